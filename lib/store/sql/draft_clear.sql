DELETE FROM suggestion WHERE basis = 'note' AND draft <> '[forgotten]'
	AND ticket IN (SELECT ticket FROM dirty)

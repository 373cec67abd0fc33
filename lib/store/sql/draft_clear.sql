DELETE FROM suggestion WHERE basis = 'note' AND ticket IN
	(SELECT ticket FROM noted)

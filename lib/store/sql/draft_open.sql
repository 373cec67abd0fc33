SELECT id, draft, sent FROM suggestion WHERE outcome IS NULL AND
	draft <> '[forgotten]'
	ORDER BY id

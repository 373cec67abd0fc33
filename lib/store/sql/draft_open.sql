SELECT id, draft, sent FROM suggestion WHERE outcome IS NULL AND
	draft IS NOT NULL ORDER BY id

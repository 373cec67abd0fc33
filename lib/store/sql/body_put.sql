INSERT INTO message_text (message, body) VALUES (?, ?)
	ON CONFLICT (message) DO UPDATE SET body = excluded.body

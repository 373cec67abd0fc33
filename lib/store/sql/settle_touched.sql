-- A person who is new or changed may have written, or worked, in tickets that
-- this run did not touch.
CREATE INDEX IF NOT EXISTS message_author ON message (author)
	WHERE said IS NULL;
CREATE INDEX IF NOT EXISTS event_engagement ON event (actor)
	WHERE field = 'engagement';
INSERT OR IGNORE INTO dirty
	SELECT m.ticket FROM dirty_other o
	CROSS JOIN person p ON o.kind = 'person' AND p.id = o.id
	CROSS JOIN message m ON m.author = p.ext_id AND m.said IS NULL
	JOIN ticket t ON t.id = m.ticket AND t.source = p.source;
INSERT OR IGNORE INTO dirty
	SELECT v.ticket FROM dirty_other o
	CROSS JOIN person p ON o.kind = 'person' AND p.id = o.id
	CROSS JOIN event v ON v.actor = p.ext_id AND v.field = 'engagement'
	JOIN ticket t ON t.id = v.ticket AND t.source = p.source;

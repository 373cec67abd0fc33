-- Roles that depend on the author.  A person who is new or changed may have
-- written in tickets this run did not touch.
CREATE INDEX IF NOT EXISTS message_author ON message (author)
	WHERE said IS NULL;
INSERT OR IGNORE INTO dirty
	SELECT m.ticket FROM dirty_other o
	JOIN person p ON o.kind = 3 AND p.id = o.id
	JOIN message m ON m.author = p.ext_id AND m.said IS NULL
	JOIN ticket t ON t.id = m.ticket AND t.source = p.source;
CREATE INDEX IF NOT EXISTS event_engagement ON event (actor)
	WHERE field = 'engagement';
INSERT OR IGNORE INTO dirty
	SELECT v.ticket FROM dirty_other o
	JOIN person p ON o.kind = 3 AND p.id = o.id
	JOIN event v ON v.actor = p.ext_id AND v.field = 'engagement'
	JOIN ticket t ON t.id = v.ticket AND t.source = p.source;
UPDATE message SET role = r.role, evidence = coalesce(r.ai, evidence)
	FROM (SELECT m.id, p.ai, CASE
		WHEN p.ai IS NOT NULL THEN 2
		WHEN p.role IS NOT NULL AND p.role > 0 THEN p.role
		WHEN m.author = t.requester THEN 1
		WHEN m.public = 0 OR m.author = t.assignee THEN 3
		ELSE 0 END AS role
	FROM dirty d JOIN message m ON m.ticket = d.ticket AND m.said IS NULL
		AND m.kind <> 'transcript_line'
	JOIN ticket t ON t.id = m.ticket
	LEFT JOIN person p ON p.source = t.source AND p.ext_id = m.author) r
	WHERE r.id = message.id AND (message.role <> r.role OR
		r.ai IS NOT NULL AND message.evidence IS NOT r.ai);
-- A description that is also the first comment is one message.
UPDATE message SET dup = 1
	WHERE ext_id = '#description' AND dup = 0
	AND ticket IN (SELECT ticket FROM dirty)
	AND EXISTS (SELECT 1 FROM message o
		JOIN message_text a ON a.message = o.id
		JOIN message_text b ON b.message = message.id
		WHERE o.ticket = message.ticket AND o.id <> message.id
		AND trim(a.body, char(32, 9, 10, 13)) =
		    trim(b.body, char(32, 9, 10, 13)));

-- Who speaks in chats that were kept as one text: they have names, no ids.  The
-- requester is the customer; a user's name tells what the user is, and people
-- come before machines; else the name is a bot's (evidence); else, where we know
-- the customer among the speakers, an agent.
CREATE INDEX IF NOT EXISTS message_line ON message (ticket)
	WHERE kind = 'transcript_line';
INSERT OR IGNORE INTO dirty
	SELECT m.ticket FROM dirty_other o
	CROSS JOIN person p ON o.kind = 'person' AND p.id = o.id
	CROSS JOIN message m ON m.author = p.name AND m.said IS NULL
		AND m.kind = 'transcript_line'
	JOIN ticket t ON t.id = m.ticket AND t.source = p.source;
CREATE TEMP TABLE IF NOT EXISTS speaker (source INTEGER, name TEXT,
	role INTEGER, ai TEXT, PRIMARY KEY (source, name)) WITHOUT ROWID;
DELETE FROM speaker;
INSERT OR IGNORE INTO speaker (source, name)
	SELECT t.source, m.author
	FROM dirty d CROSS JOIN message m ON m.ticket = d.ticket
		AND m.said IS NULL AND m.kind = 'transcript_line'
	CROSS JOIN ticket t ON t.id = m.ticket
	WHERE m.author IS NOT NULL;
UPDATE speaker SET role = k.role, ai = k.ai
	FROM (SELECT p.source, p.name, max(p.ai) AS ai,
		max(CASE WHEN p.ai IS NOT NULL THEN 2 WHEN p.role = 3 THEN 3
			WHEN p.role = 1 THEN 1 END) AS role
	FROM (SELECT 1 FROM speaker LIMIT 1) CROSS JOIN person p
	JOIN speaker s ON s.source = p.source AND s.name = p.name
	GROUP BY p.source, p.name) k
	WHERE k.source = speaker.source AND k.name = speaker.name;
WITH r AS MATERIALIZED (SELECT id, role, ai FROM (
	SELECT m.id, m.role AS old, m.evidence,
		CASE WHEN s.role = 2 THEN s.ai END AS ai, CASE
		WHEN q.name = m.author THEN 1
		WHEN s.role IS NOT NULL THEN s.role
		WHEN m.evidence IS NOT NULL THEN 2
		WHEN EXISTS (SELECT 1 FROM message c
			WHERE c.ticket = m.ticket AND
			c.kind = 'transcript_line' AND
			(c.said = 1 OR c.author = q.name)) THEN 3
		ELSE 0 END AS role
	FROM dirty d CROSS JOIN message m ON m.ticket = d.ticket
		AND m.said IS NULL AND m.kind = 'transcript_line'
	CROSS JOIN ticket t ON t.id = m.ticket
	JOIN speaker s ON s.source = t.source AND s.name = m.author
	LEFT JOIN person q ON q.source = t.source AND q.ext_id = t.requester)
	WHERE old <> role OR ai IS NOT NULL AND evidence IS NOT ai)
UPDATE message SET role = r.role, evidence = coalesce(r.ai, evidence)
	FROM r WHERE r.id = message.id;
-- A line whose message came by itself too is one message.  The zone of a chat's
-- times is not known: they differ by quarters of an hour.
UPDATE message SET dup = 1 - dup
	WHERE kind = 'transcript_line'
	AND ticket IN (SELECT ticket FROM dirty)
	AND dup <> EXISTS (SELECT 1 FROM message o
		JOIN message_text a ON a.message = o.id
		JOIN message_text b ON b.message = message.id
		WHERE o.ticket = message.ticket AND o.kind <> 'transcript_line'
		AND o.dup = 0
		AND abs(o.at - message.at) <= 54000
		AND (abs(o.at - message.at) + 2) % 900 <= 4
		AND trim(a.body, char(32, 9, 10, 13)) =
		    trim(b.body, char(32, 9, 10, 13)));

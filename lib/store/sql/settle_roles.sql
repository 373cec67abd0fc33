-- Roles that depend on the author.
WITH r AS MATERIALIZED (SELECT id, role, ai FROM (
	SELECT m.id, m.role AS old, m.evidence, p.ai, CASE
		WHEN p.ai IS NOT NULL THEN 2
		WHEN p.role IS NOT NULL AND p.role > 0 THEN p.role
		WHEN m.author = t.requester THEN 1
		WHEN m.public = 0 OR m.author = t.assignee THEN 3
		ELSE 0 END AS role
	FROM dirty d CROSS JOIN message m ON m.ticket = d.ticket
		AND m.said IS NULL AND m.kind <> 'transcript_line'
	JOIN ticket t ON t.id = m.ticket
	LEFT JOIN person p ON p.source = t.source AND p.ext_id = m.author)
	WHERE old <> role OR ai IS NOT NULL AND evidence IS NOT ai)
UPDATE message SET role = r.role, evidence = coalesce(r.ai, evidence)
	FROM r WHERE r.id = message.id;
-- A description that is also the first comment is one message; told anew, as
-- either may have been corrected.
UPDATE message SET dup = 1 - dup
	WHERE ext_id = '#description'
	AND ticket IN (SELECT ticket FROM dirty)
	AND dup <> EXISTS (SELECT 1 FROM message o
		JOIN message_text a ON a.message = o.id
		JOIN message_text b ON b.message = message.id
		WHERE o.ticket = message.ticket AND o.id <> message.id
		AND trim(a.body, char(32, 9, 10, 13)) =
		    trim(b.body, char(32, 9, 10, 13)));

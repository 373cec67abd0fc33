-- flag: tickets that an agent flagged as answered wrongly by the AI, a row a
-- ticket and tag (key, tag, source, created, ticket).  Which tags say so is
-- given to hs-import once, with --flag-tag; letters compare without case.
CREATE VIEW flag AS
SELECT s.name || ':' || t.ext_id AS key, f.name AS tag, s.name AS source,
	t.created, t.id AS ticket
FROM ticket t
JOIN source s ON s.id = t.source
JOIN flag_tag f
WHERE t.stub = 0 AND t.tags IS NOT NULL AND EXISTS
	(SELECT 1 FROM json_each(t.tags) j WHERE lower(j.value) = f.name)

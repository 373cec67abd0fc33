-- The answer that stands for a cluster: key of its ticket, and index in the thread.
SELECT s.name || ':' || t.ext_id, a.message
FROM answer a JOIN ticket t ON t.id = a.ticket JOIN source s ON s.id = t.source
WHERE a.ticket = ?1 AND a.ruleset = (SELECT id FROM ruleset WHERE active = 1)

-- The ratings that a requester and an account had given by a time, newest first:
-- the answers to surveys, else the ticket's own; of the tickets of brief_past.
WITH near (id) AS (
	SELECT id FROM (SELECT id FROM ticket WHERE requester = :requester
		AND source = :source AND created < :asof
		ORDER BY created DESC LIMIT 1000)
	UNION SELECT id FROM (SELECT id FROM ticket WHERE account_ref = :account
		AND created < :asof ORDER BY created DESC LIMIT 1000)),
told (ticket, at, value, satisfied, rated) AS (
	SELECT v.ticket, coalesce(v.at, t.updated), v.value, v.satisfied, v.rated
	FROM near CROSS JOIN survey v ON v.ticket = near.id
	JOIN ticket t ON t.id = v.ticket
	WHERE v.kind = 'csat' AND v.value IS NOT NULL
	UNION ALL
	SELECT t.id, coalesce(t.csat_at, t.updated), t.csat, t.satisfied, NULL
	FROM near CROSS JOIN ticket t ON t.id = near.id
	WHERE t.csat IS NOT NULL AND NOT EXISTS (SELECT 1 FROM survey v
		WHERE v.ticket = t.id AND v.kind = 'csat'
		AND v.value IS NOT NULL))
SELECT s.name || ':' || t.ext_id, o.at, o.value, o.satisfied, o.rated,
	coalesce(t.requester = :requester AND t.source = :source, 0)
FROM told o JOIN ticket t ON t.id = o.ticket
JOIN source s ON s.id = t.source
WHERE o.at < :asof AND t.id <> :ticket AND t.stub = 0 AND t.joined IS NULL
AND coalesce(t.mark, 'outbound') = 'outbound'
AND t.id NOT IN (SELECT ticket FROM played)
ORDER BY o.at DESC, t.id DESC

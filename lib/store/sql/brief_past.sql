-- The tickets that a requester and an account had by a time, newest first, of
-- each the newest thousand.  What they were tagged is of the whole of them; whether
-- they were solved is as of that time.
WITH near (id) AS (
	SELECT id FROM (SELECT id FROM ticket WHERE requester = :requester
		AND source = :source AND created < :asof
		ORDER BY created DESC LIMIT 1000)
	UNION SELECT id FROM (SELECT id FROM ticket WHERE account_ref = :account
		AND created < :asof ORDER BY created DESC LIMIT 1000))
SELECT s.name || ':' || t.ext_id, t.created,
	t.id,
	CASE WHEN k.solved <= :asof THEN 'solved'
		WHEN k.solved IS NOT NULL OR s.has_status THEN 'open' END,
	coalesce(t.requester = :requester AND t.source = :source, 0),
	coalesce(t.account_ref = :account, 0)
FROM near CROSS JOIN ticket t ON t.id = near.id
JOIN source s ON s.id = t.source
LEFT JOIN ticket_stat k ON k.ticket = t.id
WHERE t.id <> :ticket AND t.stub = 0 AND t.joined IS NULL
AND coalesce(t.mark, 'outbound') = 'outbound'
AND t.id NOT IN (SELECT ticket FROM played)
ORDER BY t.created DESC, t.id DESC

-- What was true of an account at a time: of each fact the newest value by then.
-- What happened later is not known yet, whatever the day its value was told.
SELECT f.name, f.value, f.num, f.since, f.derived
FROM account_fact f
WHERE f.account = :account AND f.since <= :asof
AND (f.name NOT IN ('churned_at', 'failure_at') OR f.num <= :asof)
AND NOT EXISTS (SELECT 1 FROM account_fact o WHERE o.account = f.account
	AND o.name = f.name AND o.since > f.since AND o.since <= :asof)
UNION ALL
SELECT 'age', NULL, (:asof - a.created) / 86400, -2, 0
FROM account a WHERE a.id = :account AND a.created <= :asof

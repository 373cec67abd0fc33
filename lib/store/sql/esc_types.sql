-- How often the AI resolved each type for good when it had the ticket alone.  What
-- the view looks up is looked up once a ticket.
WITH alone AS MATERIALIZED (SELECT ruleset, issue_id, durable FROM landscape
	WHERE path = 1 AND excluded IS NULL AND issue_id IS NOT NULL)
SELECT v.value, count(a.durable), sum(a.durable)
FROM alone a JOIN ruleset_value v ON v.ruleset = a.ruleset
	AND v.dimension = 'issue' AND v.idx = a.issue_id
WHERE a.durable IS NOT NULL
GROUP BY v.value ORDER BY v.value

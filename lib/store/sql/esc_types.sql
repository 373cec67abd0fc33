-- How often the AI resolved each type for good when it had the ticket alone.  What
-- the view looks up is looked up once a ticket.
WITH alone AS MATERIALIZED (SELECT issue, durable FROM landscape
	WHERE path = 1 AND excluded IS NULL)
SELECT issue, count(durable), sum(durable) FROM alone
WHERE durable IS NOT NULL AND issue IS NOT NULL
GROUP BY issue ORDER BY issue

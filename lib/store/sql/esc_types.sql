-- How often the AI resolved each type for good when it had the ticket alone.
SELECT issue, count(durable), sum(durable) FROM landscape
WHERE path = 1 AND excluded IS NULL AND durable IS NOT NULL
	AND issue IS NOT NULL
GROUP BY issue ORDER BY issue

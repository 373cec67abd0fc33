-- Of each window: tickets, those that the active rule set has not tagged, those of
-- them that another one has, those that were solved, those of them that were
-- watched for less than seven days since, and those that are still with the AI.
SELECT l.win, count(*), total(l.tagged = 0),
	total(CASE WHEN l.tagged = 0 THEN EXISTS (SELECT 1 FROM ruleset r
		CROSS JOIN tagging g ON g.ruleset = r.id AND g.ticket = l.ticket)
		END),
	count(l.first_solved), total(l.watched < 7 * 86400),
	total(l.n4 = 1 AND l.first_solved IS NULL)
FROM temp.ladder l GROUP BY l.win ORDER BY l.win

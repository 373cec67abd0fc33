-- By path: tickets, seconds of agents known, tickets of which they are not, agents'
-- replies in these, then the AI's resolutions, conversations and answers, each with the
-- tickets of which they are not known.
SELECT path, count(*), total(x), sum(x IS NULL),
	total(CASE WHEN x IS NULL THEN agent_turns END),
	sum(x IS NULL AND agent_turns IS NULL),
	total(n5), sum(n5 IS NULL), total(n2), sum(n2 IS NULL),
	total(CASE WHEN n2 = 1 THEN ai_answers END),
	sum(n2 IS NULL OR n2 = 1 AND ai_answers IS NULL)
FROM temp.agent_time WHERE win = ? GROUP BY path ORDER BY path

-- Tickets of window ?1 by page, type and the cluster of their answer, with how many of
-- them did not come back.
SELECT t.page, l.issue, a.cluster, count(*), total(a.durable)
FROM ladder l JOIN ticket t ON t.id = l.ticket
LEFT JOIN answer a ON a.ticket = l.ticket
	AND a.ruleset = (SELECT id FROM ruleset WHERE active = 1)
WHERE l.win = ?1 AND t.page <> ''
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3

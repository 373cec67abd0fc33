-- Sources of the population whose ticket export leaves out what the AI
-- resolved alone.
SELECT s.name, s.vendor, count(*), sum(g.path = 1)
FROM sel CROSS JOIN ticket t ON t.id = sel.ticket
JOIN source s ON s.id = t.source
LEFT JOIN tagging g ON g.ticket = t.id
	AND g.ruleset = (SELECT id FROM ruleset WHERE active = 1)
GROUP BY s.id ORDER BY s.name

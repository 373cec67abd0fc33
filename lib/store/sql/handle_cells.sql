-- Handle time beside what tickets of the same type, complexity and basis took in window
-- ?2: (part, tickets, seconds, mean, variance and tickets of that baseline).
WITH h AS (SELECT win, CASE ?3 WHEN 'month' THEN month WHEN 'week' THEN week
		WHEN 'channel' THEN channel WHEN 'path' THEN path
		WHEN 'team' THEN team WHEN 'brand' THEN brand
		WHEN 'assignee' THEN source || ':' || assignee END AS part,
		issue, complexity, handle_basis, x
	FROM temp.handle_s WHERE x IS NOT NULL AND win IN (?1, ?2)),
b AS (SELECT issue, complexity, handle_basis, avg(x) AS mean,
		max(0, avg(1.0 * x * x) - avg(x) * avg(x)) AS var, count(*) AS n
	FROM h WHERE win = ?2 GROUP BY issue, complexity, handle_basis)
SELECT h.part, count(*), total(h.x), b.mean, b.var, b.n
FROM h LEFT JOIN b ON b.issue IS h.issue AND b.complexity IS h.complexity
	AND b.handle_basis = h.handle_basis
WHERE h.win = ?1
GROUP BY h.part, h.issue, h.complexity, h.handle_basis
ORDER BY h.part, h.issue, h.complexity, h.handle_basis

-- The ceiling, and as if all that is unclear could not, or could, be automated.
SELECT u.name, c.ceiling, c.tickets, c.n + u.no * c.unclear, c.x + u.yes * c.unclear
FROM (SELECT 'verified' AS name, 0 AS no, 0 AS yes UNION ALL
	SELECT 'unclear_no', 1, 0 UNION ALL SELECT 'unclear_yes', 1, 1) u
CROSS JOIN ceiling_stratum c
WHERE c.sample = ? ORDER BY u.yes, u.no, c.stratum

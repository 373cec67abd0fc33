-- Tickets of each type in the windows ?1 and ?2, and one of them for example.
SELECT issue, sum(win = ?1), sum(win = ?2),
	coalesce(min(CASE WHEN win = ?1 THEN key END), min(key))
FROM temp.ladder WHERE win IN (?1, ?2) AND issue IS NOT NULL
GROUP BY issue ORDER BY issue

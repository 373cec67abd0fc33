-- Tickets of each type in the whole weeks of window ?1, which begins at ?2.
SELECT issue, (created - ?2) / 604800, count(*)
FROM temp.ladder WHERE win = ?1 AND issue IS NOT NULL
	AND (created - ?2) / 604800 < ?3
GROUP BY 1, 2

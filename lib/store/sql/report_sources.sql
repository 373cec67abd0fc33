-- The sources of the tickets of both windows, and when each one's data ends.
SELECT s.name, s.newest, count(*) FROM temp.ladder l
JOIN source s ON s.name = l.source GROUP BY s.name ORDER BY s.name

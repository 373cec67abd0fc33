-- The vendors of tickets of a window in which an AI took part, that of most first.
SELECT vendor FROM temp.ladder WHERE win = ?1 AND n2 = 1
GROUP BY vendor ORDER BY count(*) DESC, vendor

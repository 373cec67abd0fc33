-- The vendor of most tickets of a window in which an AI took part.
SELECT vendor FROM temp.ladder WHERE win = ?1 AND n2 = 1
GROUP BY vendor ORDER BY count(*) DESC, vendor LIMIT 1

-- How handle times came to be known, in each of two windows.
SELECT handle_basis, total(win = 0), total(win = 1) FROM temp.handle_s
WHERE x IS NOT NULL GROUP BY 1 ORDER BY 1

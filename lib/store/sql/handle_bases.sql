SELECT handle_basis, count(*) FROM temp.handle_s
WHERE win = ? AND x IS NOT NULL GROUP BY handle_basis ORDER BY handle_basis

SELECT source, name, coalesce(x, 0), coalesce(n, 0) FROM state_check
ORDER BY source, seq

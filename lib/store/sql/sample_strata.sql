SELECT name, ceiling, N, n_drawn, count(*) OVER (), stratum
FROM sample_stratum WHERE sample = ? ORDER BY stratum

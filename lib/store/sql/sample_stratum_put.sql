INSERT INTO sample_stratum (sample, stratum, name, ceiling, N, n_drawn)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET n_drawn = excluded.n_drawn

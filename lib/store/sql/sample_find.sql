SELECT s.id, s.name, s.seed, s.frame, s.strata, s.ruleset, s.period, s.since,
	s.until, s.filter, s.twice, s.asof,
	(SELECT sum(h.N) FROM sample_stratum h WHERE h.sample = s.id),
	(SELECT sum(h.n_drawn) FROM sample_stratum h WHERE h.sample = s.id)
FROM sample s WHERE ?1 IS NULL OR s.name = ?1 ORDER BY s.id DESC LIMIT 1

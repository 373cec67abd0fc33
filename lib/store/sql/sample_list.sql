SELECT s.name, s.since, s.until,
	CASE s.period WHEN 0 THEN 'created' WHEN 1 THEN 'solved'
		WHEN 2 THEN 'handoff' END, s.filter, s.strata,
	(SELECT sum(h.N) FROM sample_stratum h WHERE h.sample = s.id),
	(SELECT count(*) FROM sample_stratum h WHERE h.sample = s.id),
	(SELECT sum(h.n_drawn) FROM sample_stratum h WHERE h.sample = s.id),
	(SELECT count(DISTINCT r.ticket) FROM review r WHERE r.sample = s.id),
	(SELECT count(DISTINCT r.reviewer) FROM review r WHERE r.sample = s.id),
	s.seed, s.frame
FROM sample s ORDER BY s.id

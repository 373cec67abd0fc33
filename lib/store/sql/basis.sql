-- Samples of periods that have verdicts: the one that speaks for a window.  A
-- review that has only begun takes nothing from one that is half done.
SELECT id, name, seed, N, ground, retagged FROM (
	SELECT s.id, s.name, s.seed,
		(SELECT sum(h.N) FROM sample_stratum h WHERE h.sample = s.id) AS N,
		CASE WHEN NOT :keys AND s.period = :by AND s.since = :since
			AND s.until = :until AND s.filter IS :filter THEN 3
		WHEN s.ruleset IS (SELECT id FROM ruleset WHERE active = 1)
			THEN 2 ELSE 1 END AS ground,
		s.ruleset IS NOT (SELECT id FROM ruleset WHERE active = 1)
			AS retagged,
		2 * (SELECT count(DISTINCT v.ticket) FROM verdict v
			WHERE v.sample = s.id) >= (SELECT count(*)
			FROM sample_ticket t WHERE t.sample = s.id) AS half
	FROM sample s WHERE s.period IS NOT NULL
		AND EXISTS (SELECT 1 FROM verdict v WHERE v.sample = s.id)
		AND s.id IN (SELECT sample FROM judged))
ORDER BY ground DESC, half DESC, id DESC LIMIT 1

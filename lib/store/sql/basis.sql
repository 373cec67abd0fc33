-- Samples that have verdicts: the one that speaks for the selection.  3: it was
-- drawn from a selection of the same window, or from the very same tickets; 2: from
-- another window, by the tags of today; 1: by other tags.  A review that has only
-- begun takes nothing from one that is half done.
SELECT id, name, N, ground, retagged FROM (
	SELECT s.id, s.name,
		(SELECT sum(h.N) FROM sample_stratum h WHERE h.sample = s.id) AS N,
		CASE WHEN NOT :keys AND s.period = :by AND s.since = :since
			AND s.until = :until AND s.filter IS :filter THEN 3
		WHEN (SELECT count(*) FROM sel) = (SELECT count(*)
				FROM sample_frame f WHERE f.sample = s.id)
			AND NOT EXISTS (SELECT 1 FROM sample_frame f
				WHERE f.sample = s.id AND f.ticket NOT IN
				(SELECT ticket FROM sel)) THEN 3
		WHEN s.period IS NULL THEN NULL
		WHEN s.ruleset IS (SELECT id FROM ruleset WHERE active = 1)
			THEN 2 ELSE 1 END AS ground,
		s.ruleset IS NOT (SELECT id FROM ruleset WHERE active = 1)
			AS retagged,
		2 * (SELECT count(DISTINCT v.ticket) FROM verdict v
			WHERE v.sample = s.id) >= (SELECT count(*)
			FROM sample_ticket t WHERE t.sample = s.id) AS half
	FROM sample s WHERE EXISTS (SELECT 1 FROM verdict v WHERE v.sample = s.id)
		AND s.id IN (SELECT sample FROM judged))
WHERE ground IS NOT NULL
ORDER BY ground DESC, half DESC, id DESC LIMIT 1

-- Every ticket of the frame once, with its tags and handling, and counted in each
-- dimension.
INSERT INTO sample_count (sample, stratum, dimension, value, n, handle_s, known,
	turns, missing, human)
WITH t AS MATERIALIZED (SELECT f.sample, f.stratum, h.ceiling, g.ruleset,
		g.complexity, g.emotion, g.pattern, g.issue, g.tier, g.path,
		count(*) AS n, coalesce(sum(k.handle_s), 0.0) AS handle_s,
		count(k.handle_s) AS known,
		coalesce(sum(CASE WHEN k.handle_s IS NULL THEN k.agent_turns END),
			0) AS turns,
		sum(k.handle_s IS NULL AND (k.agent_turns > 0 OR k.messages = 0))
			AS missing,
		coalesce(sum(k.agent_turns > 0), 0) AS human
	FROM sample s JOIN sample_frame f ON f.sample = s.id
	JOIN sample_stratum h ON h.sample = s.id AND h.stratum = f.stratum
	LEFT JOIN ticket_stat k ON k.ticket = f.ticket
	LEFT JOIN tagging g ON g.ruleset = s.ruleset AND g.ticket = f.ticket
	WHERE s.id = ?
	GROUP BY f.stratum, g.complexity, g.emotion, g.pattern, g.issue, g.tier,
		g.path),
d (dimension) AS (VALUES ('complexity'), ('emotion'), ('pattern'), ('issue'),
	('tier'), ('path'), ('ceiling')),
c AS (SELECT t.*, d.dimension, CASE d.dimension
		WHEN 'path' THEN CASE t.path WHEN 1 THEN 'ai_only'
			WHEN 2 THEN 'ai_to_human' WHEN 3 THEN 'human_only'
			WHEN 4 THEN 'human_to_ai' WHEN 5 THEN 'no_reply' END
		WHEN 'ceiling' THEN t.ceiling
		ELSE (SELECT v.value FROM ruleset_value v
			WHERE v.ruleset = t.ruleset AND v.dimension = d.dimension
			AND v.idx = CASE d.dimension
				WHEN 'complexity' THEN t.complexity
				WHEN 'emotion' THEN t.emotion
				WHEN 'pattern' THEN t.pattern
				WHEN 'issue' THEN t.issue
				WHEN 'tier' THEN t.tier END) END AS value
	FROM t CROSS JOIN d)
SELECT sample, stratum, dimension, coalesce(value, 'unknown'), sum(n),
	sum(handle_s), sum(known), sum(turns), sum(missing), sum(human)
FROM c GROUP BY sample, stratum, dimension, coalesce(value, 'unknown')

-- One ticket, with its tags under the sample's rule set.
INSERT INTO sample_ticket (sample, ticket, stratum, place, twice, at, complexity,
	emotion, pattern, issue, tier, path, kept, risk, ai, handle_s, turns)
SELECT s.id, ?2, ?3, ?4, ?5, (SELECT coalesce(max(t.at), 0) + 1
		FROM sample_ticket t WHERE t.sample = s.id),
	(SELECT v.value FROM ruleset_value v WHERE v.ruleset = g.ruleset
		AND v.dimension = 'complexity' AND v.idx = g.complexity),
	(SELECT v.value FROM ruleset_value v WHERE v.ruleset = g.ruleset
		AND v.dimension = 'emotion' AND v.idx = g.emotion),
	(SELECT v.value FROM ruleset_value v WHERE v.ruleset = g.ruleset
		AND v.dimension = 'pattern' AND v.idx = g.pattern),
	(SELECT v.value FROM ruleset_value v WHERE v.ruleset = g.ruleset
		AND v.dimension = 'issue' AND v.idx = g.issue),
	(SELECT v.value FROM ruleset_value v WHERE v.ruleset = g.ruleset
		AND v.dimension = 'tier' AND v.idx = g.tier),
	CASE g.path WHEN 1 THEN 'ai_only' WHEN 2 THEN 'ai_to_human'
		WHEN 3 THEN 'human_only' WHEN 4 THEN 'human_to_ai'
		WHEN 5 THEN 'no_reply' END,
	EXISTS (SELECT 1 FROM sample_keep k JOIN ruleset_value v
		ON v.ruleset = g.ruleset AND v.dimension = 'issue'
		AND v.value = k.issue WHERE k.sample = s.id AND v.idx = g.issue),
	json_array_length(g.many, '$.segment') > 0,
	coalesce(x.ai_turns > 0, 0), x.handle_s, x.agent_turns
FROM sample s
LEFT JOIN ticket_stat x ON x.ticket = ?2
LEFT JOIN tagging g ON g.ruleset = s.ruleset AND g.ticket = ?2
WHERE s.id = ?1

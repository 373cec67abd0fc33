-- tagged: the tags of the active rule set, one row a ticket, values as words.
CREATE VIEW tagged AS
SELECT g.ticket, g.ruleset, g.rev, g.readable, g.language,
	CASE g.path WHEN 1 THEN 'ai_only' WHEN 2 THEN 'ai_to_human'
		WHEN 3 THEN 'human_only' WHEN 4 THEN 'human_to_ai'
		WHEN 5 THEN 'no_reply' END AS path,
	g.path_basis, g.handoff_at, g.handoff_message, g.handoff_basis,
	(SELECT value FROM ruleset_value v WHERE v.ruleset = g.ruleset
		AND v.dimension = 'complexity' AND v.idx = g.complexity)
		AS complexity,
	(SELECT value FROM ruleset_value v WHERE v.ruleset = g.ruleset
		AND v.dimension = 'complexity' AND v.idx = g.complexity_open)
		AS complexity_open,
	(SELECT value FROM ruleset_value v WHERE v.ruleset = g.ruleset
		AND v.dimension = 'emotion' AND v.idx = g.emotion) AS emotion,
	(SELECT value FROM ruleset_value v WHERE v.ruleset = g.ruleset
		AND v.dimension = 'emotion' AND v.idx = g.emotion_open)
		AS emotion_open,
	(SELECT value FROM ruleset_value v WHERE v.ruleset = g.ruleset
		AND v.dimension = 'pattern' AND v.idx = g.pattern) AS pattern,
	(SELECT value FROM ruleset_value v WHERE v.ruleset = g.ruleset
		AND v.dimension = 'pattern' AND v.idx = g.pattern_open)
		AS pattern_open,
	(SELECT value FROM ruleset_value v WHERE v.ruleset = g.ruleset
		AND v.dimension = 'issue' AND v.idx = g.issue) AS issue,
	(SELECT value FROM ruleset_value v WHERE v.ruleset = g.ruleset
		AND v.dimension = 'issue' AND v.idx = g.issue_open) AS issue_open,
	(SELECT value FROM ruleset_value v WHERE v.ruleset = g.ruleset
		AND v.dimension = 'approach' AND v.idx = g.approach) AS approach,
	(SELECT value FROM ruleset_value v WHERE v.ruleset = g.ruleset
		AND v.dimension = 'tier' AND v.idx = g.tier) AS tier,
	(SELECT value FROM ruleset_value v WHERE v.ruleset = g.ruleset
		AND v.dimension = 'tier' AND v.idx = g.tier_open) AS tier_open,
	g.many, g.pattern_by, g.guess, g.ai_answers, g.ai_answered_at,
	g.ai_reply, g.issue AS issue_id
FROM tagging g
WHERE g.ruleset = (SELECT id FROM ruleset WHERE active = 1)

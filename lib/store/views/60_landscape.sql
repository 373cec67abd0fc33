-- landscape: what the map, the ceiling and the lists count, one row a ticket.
-- excluded: why it is in no population (NULL: it is analysed once its period
-- fits).  Values of dimensions are words; unknown is NULL.  risk: it is in a
-- high-stakes segment.  kept: its type is on the keep-human list, and a ticket of
-- the tier automate is then not counted as one.  durable: the AI alone resolved it,
-- seven days have passed since, which they
-- have not while immature, and neither a reopening nor a new ticket of the same
-- type from the same requester came within them; NULL while that is not known.
CREATE VIEW landscape AS
SELECT t.id AS ticket, s.name || ':' || t.ext_id AS key, s.name AS source,
	t.created, k.solved, k.first_solved, t.category,
	coalesce((SELECT n.name FROM name n WHERE n.source = t.source
		AND n.ext_id = 'group/' || t.team), t.team) AS team,
	coalesce(t.satisfied, k.survey_ok) AS satisfied,
	t.account_ref, t.requester, k.handle_s, k.handle_basis, k.agent_turns,
	k.handle_s IS NULL AND (k.agent_turns > 0 OR k.messages = 0)
		AS handle_missing,
	k.reopens,
	CASE WHEN p.excluded IS NULL OR p.excluded = 'without customer text'
		THEN CASE WHEN k.solved IS NULL THEN 'unresolved'
			ELSE p.excluded END
		ELSE p.excluded END AS excluded,
	g.path, g.issue AS issue_id, g.issue_open AS issue_open_id,
	g.complexity AS complexity_id, g.emotion AS emotion_id,
	g.pattern AS pattern_id, g.tier AS tier_id, g.tier_open AS tier_open_id,
	g.ruleset, g.ticket IS NOT NULL AS tagged,
	json_array_length(g.many, '$.segment') > 0 AS risk,
	(SELECT v.value FROM ruleset_value v WHERE v.ruleset = g.ruleset
		AND v.dimension = 'issue' AND v.idx = g.issue) AS issue,
	EXISTS (SELECT 1 FROM keep_issue h JOIN ruleset_value v
		ON v.ruleset = h.ruleset AND v.dimension = 'issue'
		AND v.value = h.issue
		WHERE h.ruleset = g.ruleset AND v.idx = g.issue) AS kept,
	EXISTS (SELECT 1 FROM keep_issue h JOIN ruleset_value v
		ON v.ruleset = h.ruleset AND v.dimension = 'issue'
		AND v.value = h.issue
		WHERE h.ruleset = g.ruleset AND v.idx = g.issue_open) AS kept_open,
	CASE WHEN g.path IS NULL OR k.first_solved IS NULL THEN NULL
		WHEN g.path <> 1 OR k.reopens > 0 THEN 0
		WHEN EXISTS (SELECT 1 FROM ticket o JOIN tagging og
			ON og.ticket = o.id AND og.ruleset = g.ruleset
			WHERE o.requester = t.requester AND o.source = t.source
			AND o.mark IS NULL AND o.joined IS NULL
			AND o.id NOT IN (SELECT ticket FROM played)
			AND o.created > k.first_solved
			AND o.created <= k.first_solved + 7 * 86400
			AND og.issue = g.issue) THEN 0
		WHEN k.first_solved + 7 * 86400 > s.newest OR k.reopens IS NULL
			OR g.issue IS NULL THEN NULL
		ELSE 1 END AS durable,
	k.first_solved + 7 * 86400 > s.newest AS immature, k.ai_turns
FROM ticket t
JOIN source s ON s.id = t.source
JOIN population p ON p.ticket = t.id
LEFT JOIN ticket_stat k ON k.ticket = t.id
LEFT JOIN tagging g ON g.ticket = t.id
	AND g.ruleset = (SELECT id FROM ruleset WHERE active = 1)
WHERE t.stub = 0

-- tickets: the public contract for -w, for analysts and for other tools.
-- Columns are added, never renamed.  Times are epoch seconds UTC; systems,
-- segments, triggers, issues and tags JSON arrays, fields a JSON object; tags of
-- the rules are those of the active rule set; unknown is NULL.  account and plan
-- are the account's id and its plan on the day the ticket was created.
CREATE VIEW tickets AS
SELECT s.name || ':' || t.ext_id AS key, s.name AS source, t.ext_id, t.subject,
	t.created, t.updated, k.first_solved, k.solved, t.status, t.channel,
	coalesce((SELECT n.name FROM name n WHERE n.source = t.source
		AND n.ext_id = 'group/' || t.team), t.team) AS team,
	t.assignee, t.category, t.priority, t.requester,
	coalesce(a.ext_id, t.account) AS account,
	(SELECT f.value FROM account_fact f WHERE f.account = t.account_ref
		AND f.name = 'plan' AND f.since <= t.created
		ORDER BY f.since DESC LIMIT 1) AS plan,
	coalesce(t.csat, k.survey_csat) AS csat,
	coalesce(t.satisfied, k.survey_ok) AS satisfied, t.page,
	coalesce(t.language, g.language) AS language,
	k.messages, k.agent_turns, k.ai_turns, k.reopens, k.transfers,
	k.first_reply_s, k.handle_s, k.handle_basis,
	g.path, k.ai_state, g.handoff_at, g.issue, g.complexity, g.emotion,
	g.pattern, g.approach, g.tier,
	json_extract(g.many, '$.system') AS systems,
	json_extract(g.many, '$.segment') AS segments,
	json_extract(g.many, '$.trigger') AS triggers,
	json_extract(g.many, '$.issue') AS issues,
	t.tags, t.brand, t.form, t.fields,
	k.customer_turns, k.solved_basis,
	CASE WHEN t.joined IS NOT NULL THEN 'joined'
		WHEN t.id IN (SELECT ticket FROM played) THEN 'test'
		ELSE t.mark END AS mark,
	t.action,
	CASE WHEN t.language IS NOT NULL THEN 'stated'
		WHEN g.language IS NOT NULL THEN 'detected' END AS language_basis,
	g.handoff_message, g.handoff_basis, g.path_basis, t.id AS ticket,
	k.ai_state_basis, t.origin, t.account_basis,
	CASE WHEN g.pattern_by > 0 THEN (SELECT CASE r.cluster WHEN 1
			THEN 'cluster' ELSE 'rules' END FROM ruleset_rule r
			WHERE r.ruleset = g.ruleset AND r.number = g.pattern_by)
		WHEN g.pattern_by = 0 THEN 'default'
		WHEN g.pattern_by = -1 THEN 'model'
		WHEN g.pattern_by = -2 THEN 'manual' END AS pattern_basis,
	(SELECT es.name || ':' || e.ext_id FROM ticket e
		JOIN source es ON es.id = e.source WHERE e.id = x.cluster)
		AS cluster, x.size AS cluster_size, x.kept AS cluster_durable
FROM ticket t
JOIN source s ON s.id = t.source
LEFT JOIN ticket_stat k ON k.ticket = t.id
LEFT JOIN account a ON a.id = t.account_ref
LEFT JOIN tagged g ON g.ticket = t.id
LEFT JOIN answer x ON x.ruleset = g.ruleset AND x.ticket = t.id
WHERE t.stub = 0

-- facts: what metrics are made of, one row a ticket of the population: what was
-- created, whether it is solved yet or not, without spam, tests, what was merged or
-- joined to another, what we sent unasked, and, where the export has texts at all, what
-- no customer wrote a word of.  Values of dimensions are words under the active rule
-- set, segments a JSON array; unknown is NULL.  month and week (its Monday) are cut in
-- the zone of reports.  account: whose ticket it is, those of one account are one
-- cluster; below 0 it stands for itself.  watched: seconds from the first solution
-- to the newest event of its source.  reopen_s: from the first solution to the
-- customer's first reopening, 0 where only their number is known; recontact_s: to the
-- next ticket of the same requester and issue, NULL: none within 14 days.
CREATE VIEW facts AS
SELECT t.id AS ticket, s.name || ':' || t.ext_id AS key, s.name AS source,
	s.vendor, t.created,
	strftime('%Y-%m', t.created + coalesce((SELECT z.shift FROM zone z
		WHERE z.since <= t.created ORDER BY z.since DESC LIMIT 1), 0),
		'unixepoch') AS month,
	date(t.created + coalesce((SELECT z.shift FROM zone z
		WHERE z.since <= t.created ORDER BY z.since DESC LIMIT 1), 0),
		'unixepoch', 'weekday 0', '-6 days') AS week,
	t.channel, t.brand, g.issue, g.complexity, g.emotion, g.pattern, g.tier,
	json_extract(g.many, '$.segment') AS segments,
	coalesce((SELECT n.name FROM name n WHERE n.source = t.source
		AND n.ext_id = 'group/' || t.team), t.team) AS team,
	t.assignee, coalesce(t.account_ref, -t.id) AS account, t.requester,
	g.path, g.ticket IS NOT NULL AS tagged, t.status, s.has_status,
	s.has_text, k.solved, k.first_solved, k.solved_basis,
	s.newest - k.first_solved AS watched,
	k.reopens, CASE WHEN k.reopens > 0 THEN 0 END AS reopen_s,
	(SELECT min(o.created) - k.first_solved FROM ticket o
		JOIN tagging og ON og.ticket = o.id AND og.ruleset = g.ruleset
		WHERE o.requester = t.requester AND o.source = t.source
		AND o.mark IS NULL AND o.joined IS NULL
		AND o.created > k.first_solved
		AND o.created <= k.first_solved + 14 * 86400
		AND og.issue = (SELECT v.idx FROM ruleset_value v
			WHERE v.ruleset = g.ruleset AND v.dimension = 'issue'
			AND v.value = g.issue)) AS recontact_s,
	k.messages, k.customer_turns, k.ai_turns, k.agent_turns, k.transfers,
	k.first_reply_s, k.handle_s, k.handle_basis,
	coalesce(t.csat, k.survey_csat) AS csat,
	coalesce(t.satisfied, k.survey_ok) AS satisfied, k.ai_state,
	g.handoff_at,
	EXISTS (SELECT 1 FROM flag f WHERE f.ticket = t.id) AS flagged,
	g.ai_answers, g.ai_answered_at, g.ai_reply
FROM ticket t
JOIN source s ON s.id = t.source
LEFT JOIN ticket_stat k ON k.ticket = t.id
LEFT JOIN tagged g ON g.ticket = t.id
WHERE t.stub = 0 AND t.joined IS NULL
	AND t.id NOT IN (SELECT ticket FROM played)
	AND (t.mark IS NULL OR t.mark = 'outbound' AND k.customer_turns > 0)
	AND NOT (s.has_text AND coalesce(k.customer_turns, 0) = 0
		AND coalesce(t.subject, '') = '')

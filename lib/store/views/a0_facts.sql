-- facts: what metrics are made of, one row a ticket of the population (population),
-- solved yet or not.  Values of dimensions are words under the active rule set,
-- segments a JSON array; unknown is NULL.  month and week (its Monday) are cut in the
-- zone of reports.  account: whose ticket it is, those of one account are one cluster;
-- below 0 it is of an account that is only named, or stands for itself.  age, watched: seconds from the creation, and from the
-- first solution, to the newest event of its source.  reopen_s: from the first
-- solution to the first reopening that the customer caused, who did it or wrote after
-- the solution; one by a merge, an automation or an agent is none; 0 where only their
-- number is known; NULL: none.  recontact_s: to the next ticket of the same requester
-- (where that is not known, of the same account) and issue, NULL: none within 14 days.
-- ai_satisfied: what the customer rated the AI, or a ticket that it had alone.
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
	t.assignee, coalesce(t.account_ref, (SELECT -min(o.id) FROM ticket o
		WHERE o.source = t.source AND o.account = t.account
		AND o.account_ref IS NULL), -t.id) AS account, t.requester,
	g.path, g.ticket IS NOT NULL AS tagged, t.status, s.has_status,
	s.has_text, k.solved, k.first_solved, k.solved_basis,
	s.newest - t.created AS age, s.newest - k.first_solved AS watched,
	k.reopens, CASE WHEN coalesce(k.reopens, 0) = 0 THEN NULL
		WHEN NOT EXISTS (SELECT 1 FROM event e WHERE e.ticket = t.id
			AND e.field = 'status' AND e.new = 'open'
			AND e.at > k.first_solved) THEN 0
		ELSE (SELECT min(e.at) - k.first_solved FROM event e
			WHERE e.ticket = t.id AND e.field = 'status'
			AND e.new = 'open' AND e.at > k.first_solved
			AND coalesce(e.old, 'solved') IN ('solved', 'closed')
			AND (e.role = 1 OR (k.messages = 0 AND e.role IS NULL)
				OR EXISTS (SELECT 1 FROM message m
				WHERE m.ticket = t.id AND m.public = 1
				AND coalesce(m.said, m.role) = 1
				AND m.at > k.first_solved
				AND m.at <= e.at + 60)))
		END AS reopen_s,
	CASE WHEN t.requester IS NOT NULL THEN
		(SELECT min(o.created) - k.first_solved FROM ticket o
		JOIN tagging og ON og.ticket = o.id AND og.ruleset = g.ruleset
		WHERE o.requester = t.requester AND o.source = t.source
		AND o.id <> t.id AND o.mark IS NULL AND o.joined IS NULL
		AND o.id NOT IN (SELECT ticket FROM played)
		AND o.created > k.first_solved
		AND o.created <= k.first_solved + 14 * 86400
		AND og.issue = g.issue_id)
	ELSE
		(SELECT min(o.created) - k.first_solved FROM ticket o
		JOIN tagging og ON og.ticket = o.id AND og.ruleset = g.ruleset
		WHERE o.account_ref = t.account_ref AND o.requester IS NULL
		AND o.id <> t.id AND o.mark IS NULL AND o.joined IS NULL
		AND o.id NOT IN (SELECT ticket FROM played)
		AND o.created > k.first_solved
		AND o.created <= k.first_solved + 14 * 86400
		AND og.issue = g.issue_id) END AS recontact_s,
	k.messages, k.customer_turns, k.ai_turns, k.agent_turns, k.transfers,
	k.first_reply_s, k.handle_s, k.handle_basis,
	coalesce(t.csat, k.survey_csat) AS csat,
	coalesce(t.satisfied, k.survey_ok) AS satisfied, k.ai_state,
	g.handoff_at,
	EXISTS (SELECT 1 FROM flag f WHERE f.ticket = t.id) AS flagged,
	g.ai_answers, g.ai_answered_at, g.ai_reply,
	coalesce((SELECT v.satisfied FROM survey v WHERE v.ticket = t.id
			AND v.kind = 'csat' AND v.rated = 'ai'
			ORDER BY v.at DESC, v.ver DESC, v.ext_id DESC LIMIT 1),
		CASE WHEN g.path = 'ai_only'
			THEN coalesce(t.satisfied, k.survey_ok) END)
		AS ai_satisfied
FROM ticket t
JOIN source s ON s.id = t.source
JOIN population p ON p.ticket = t.id
LEFT JOIN ticket_stat k ON k.ticket = t.id
LEFT JOIN tagged g ON g.ticket = t.id
WHERE t.stub = 0 AND p.excluded IS NULL

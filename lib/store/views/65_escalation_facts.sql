-- escalation_facts: what the audits of handoffs know of a ticket beside its thread,
-- one row a ticket.  Values of dimensions are words under the active rule set;
-- triggers a JSON array; unknown is NULL.  language as the export states it, else
-- detected.  account_ref: below 0 where the account is only named.  cluster_size:
-- tickets that got the same answer; cluster_durable: those of them that did not come
-- back, a share.  customer: who the requester is: by name or
-- address, or as a contact of the helpdesk.  recontact: the requester wrote again of
-- the same type within seven days of the solution; again: the words with which the
-- requester wrote next in that time, of whatever.  guess_needed, guess_failed: what
-- models of human_needed and ai_failed hold for likelier than not.  ces: what the
-- customer last answered about the effort.  The cross join has it read in the order of
-- the tickets that are asked for.
CREATE VIEW escalation_facts AS
SELECT t.id AS ticket, t.channel,
	coalesce(t.account_ref, (SELECT -min(o.id) - 1 FROM ticket o
		WHERE o.source = t.source AND o.account = t.account
		AND o.account_ref IS NULL)) AS account_ref,
	g.path, g.handoff_at, g.handoff_message,
	coalesce(t.language, g.language) AS language,
	g.issue, g.emotion, g.complexity, g.pattern, g.approach,
	json_extract(g.many, '$.trigger') AS triggers,
	x.size AS cluster_size, x.kept AS cluster_durable,
	k.reopens, k.transfers,
	coalesce(t.satisfied, k.survey_ok) AS satisfied, k.ai_state,
	t.brand,
	coalesce((SELECT coalesce(p.name, p.email) FROM person p
		WHERE p.source = t.source AND p.ext_id = t.requester),
		CASE WHEN s.vendor <> 'generic' OR t.requester LIKE '%@%'
			THEN t.requester END)
		AS customer,
	g.path = 'ai_only' AND EXISTS (SELECT 1 FROM ticket o
		JOIN tagged og ON og.ticket = o.id
		WHERE o.requester = t.requester AND o.source = t.source
		AND o.mark IS NULL AND o.joined IS NULL
		AND o.created > t.created
		AND o.created <= coalesce(k.first_solved, t.created) + 7 * 86400
		AND og.issue = g.issue) AS recontact,
	CASE WHEN g.path = 'ai_only' THEN (SELECT coalesce(o.subject, '') ||
			char(10) || coalesce((SELECT x.body FROM message m
				JOIN message_text x ON x.message = m.id
				WHERE m.ticket = o.id AND m.public = 1
				AND coalesce(m.said, m.role) = 1
				ORDER BY m.at, m.seq LIMIT 1), '')
		FROM ticket o
		WHERE o.requester = t.requester AND o.source = t.source
		AND o.mark IS NULL AND o.joined IS NULL
		AND o.created > t.created
		AND o.created <= coalesce(k.first_solved, t.created) + 7 * 86400
		ORDER BY o.created, o.id LIMIT 1) END AS again,
	CASE WHEN json_extract(g.guess, '$.human_needed[1]') > 0.5
		THEN json_extract(g.guess, '$.human_needed[0]') END
		AS guess_needed,
	CASE WHEN json_extract(g.guess, '$.ai_failed[1]') > 0.5
		THEN json_extract(g.guess, '$.ai_failed[0]') END
		AS guess_failed,
	(SELECT v.value FROM survey v WHERE v.ticket = t.id AND v.kind = 'ces'
		ORDER BY v.at DESC, v.ver DESC, v.ext_id DESC LIMIT 1) AS ces
FROM ticket t
JOIN source s ON s.id = t.source
CROSS JOIN tagged g ON g.ticket = t.id
LEFT JOIN ticket_stat k ON k.ticket = t.id
LEFT JOIN answer x ON x.ruleset = g.ruleset AND x.ticket = t.id
WHERE t.stub = 0

-- escalation_facts: what the audits of handoffs know of a ticket beside its
-- thread, one row a ticket.  Values of dimensions are words under the active
-- rule set; triggers and segments JSON arrays; unknown is NULL.  language as the
-- export states it, else detected.  readable: as in tagging.  cluster_size:
-- tickets that got the same answer; cluster_durable: those of them that did not
-- come back, a share.  customer: who the requester is: by
-- name or address, or as a contact of the helpdesk.
CREATE VIEW escalation_facts AS
SELECT t.id AS ticket, t.channel, t.account_ref,
	g.path, g.handoff_at, g.handoff_message, g.handoff_basis, g.readable,
	coalesce(t.language, g.language) AS language,
	g.issue, g.emotion, g.complexity, g.pattern, g.approach,
	json_extract(g.many, '$.trigger') AS triggers,
	json_extract(g.many, '$.segment') AS segments,
	x.size AS cluster_size, x.kept AS cluster_durable,
	k.reopens, k.transfers, k.handle_s, k.solved,
	coalesce(t.satisfied, k.survey_ok) AS satisfied, k.ai_state,
	s.has_text, t.requester, t.brand,
	coalesce((SELECT coalesce(p.name, p.email) FROM person p
		WHERE p.source = t.source AND p.ext_id = t.requester),
		CASE WHEN s.vendor <> 'generic' OR t.requester LIKE '%@%'
			THEN t.requester END)
		AS customer
FROM ticket t
JOIN source s ON s.id = t.source
JOIN tagged g ON g.ticket = t.id
LEFT JOIN ticket_stat k ON k.ticket = t.id
LEFT JOIN answer x ON x.ruleset = g.ruleset AND x.ticket = t.id
WHERE t.stub = 0

-- rule_facts: the facts rule files test, a row a ticket, named as there with
-- "_" for ".".  What an account was is taken as of the ticket's creation; its
-- tier is another name of its plan.
CREATE VIEW rule_facts AS
SELECT t.id AS ticket, s.name || ':' || t.ext_id AS key, t.subject, t.page,
	t.action, t.channel AS ticket_channel, t.brand AS ticket_brand,
	t.form AS ticket_form, t.category AS ticket_category,
	t.priority AS ticket_priority, t.language AS ticket_language,
	t.created % 86400 / 3600 AS ticket_hour, t.tags AS ticket_tag,
	k.reopens AS ticket_reopens, k.messages AS ticket_messages,
	k.customer_turns AS ticket_customer_turns,
	k.ai_turns AS ticket_ai_turns, k.agent_turns AS ticket_agent_turns,
	k.transfers AS ticket_transfers, k.first_reply_s AS ticket_first_reply,
	k.handle_s AS ticket_handle,
	coalesce(t.csat, k.survey_csat) AS ticket_csat,
	k.solved IS NOT NULL AS ticket_solved,
	(SELECT f.value FROM account_fact f WHERE f.account = t.account_ref
		AND f.name = 'plan' AND f.since <= t.created
		ORDER BY f.since DESC LIMIT 1) AS account_plan,
	CASE WHEN t.created >= a.created THEN t.created - a.created END
		AS account_age,
	(SELECT f.num / 100 FROM account_fact f WHERE f.account = t.account_ref
		AND f.name = 'arr' AND f.since <= t.created
		ORDER BY f.since DESC LIMIT 1) AS account_arr,
	(SELECT f.num / 100 FROM account_fact f WHERE f.account = t.account_ref
		AND f.name = 'mrr' AND f.since <= t.created
		ORDER BY f.since DESC LIMIT 1) AS account_mrr,
	(SELECT f.num FROM account_fact f WHERE f.account = t.account_ref
		AND f.name = 'churn' AND f.since <= t.created
		ORDER BY f.since DESC LIMIT 1) AS account_churn,
	(SELECT lower(f.value) FROM account_fact f
		WHERE f.account = t.account_ref
		AND f.name = 'health' AND f.since <= t.created
		ORDER BY f.since DESC LIMIT 1) AS account_health,
	(SELECT f.num FROM account_fact f WHERE f.account = t.account_ref
		AND f.name = 'seats' AND f.since <= t.created
		ORDER BY f.since DESC LIMIT 1) AS account_seats,
	(SELECT f.num FROM account_fact f WHERE f.account = t.account_ref
		AND f.name = 'advocate' AND f.since <= t.created
		ORDER BY f.since DESC LIMIT 1) AS account_advocate,
	(SELECT f.num >= t.created - 30 * 86400 FROM account_fact f
		WHERE f.account = t.account_ref AND f.name = 'failure_at'
		AND f.num <= t.created ORDER BY f.num DESC LIMIT 1)
		AS account_failure_30d,
	CASE WHEN t.account_ref IS NOT NULL THEN
		(SELECT count(*) FROM ticket o WHERE o.account_ref = t.account_ref
		AND o.satisfied = 0
		AND coalesce(o.csat_at, o.updated) >= t.created - 180 * 86400
		AND coalesce(o.csat_at, o.updated) < t.created) END AS account_bad_csat,
	CASE WHEN t.account_ref IS NOT NULL THEN
		(SELECT count(*) FROM ticket o WHERE o.account_ref = t.account_ref
		AND o.created >= t.created - 90 * 86400
		AND o.created < t.created) END AS account_tickets_90d,
	CASE WHEN t.account_ref IS NOT NULL THEN
		(SELECT count(*) FROM ticket o JOIN ticket_stat p
			ON p.ticket = o.id
		WHERE o.account_ref = t.account_ref AND o.created < t.created
		AND (p.solved IS NULL OR p.solved > t.created)) END
		AS account_open,
	CASE WHEN t.requester IS NOT NULL THEN NOT EXISTS
		(SELECT 1 FROM ticket o WHERE o.requester = t.requester
		AND o.source = t.source AND o.created < t.created) END
		AS requester_first_contact,
	t.fields, t.created, t.rev,
	(SELECT f.value FROM account_fact f WHERE f.account = t.account_ref
		AND f.name = 'plan' AND f.since <= t.created
		ORDER BY f.since DESC LIMIT 1) AS account_tier
FROM ticket t
JOIN source s ON s.id = t.source
LEFT JOIN ticket_stat k ON k.ticket = t.id
LEFT JOIN account a ON a.id = t.account_ref
WHERE t.stub = 0

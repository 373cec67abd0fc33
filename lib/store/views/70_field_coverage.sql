-- field_coverage: how many of a source's tickets have each thing that figures
-- are made of.  seq is the order of a list; filled of tickets.  Tickets that are
-- another's conversation, or known by name alone, are not counted.
CREATE VIEW field_coverage AS
WITH told AS MATERIALIZED (
	SELECT t.source, count(*) AS n,
		sum(t.created IS NOT NULL) AS created,
		sum(t.status_raw IS NOT NULL) AS status,
		sum(k.solved_basis = 'status') AS solved,
		sum(k.reopens IS NOT NULL) AS reopens,
		sum(k.transfers IS NOT NULL) AS transfers,
		sum(t.subject IS NOT NULL) AS subject,
		sum(t.channel IS NOT NULL) AS channel,
		sum(t.team IS NOT NULL) AS team,
		sum(t.assignee IS NOT NULL) AS assignee,
		sum(t.category IS NOT NULL) AS category,
		sum(t.priority IS NOT NULL) AS priority,
		sum(t.tags IS NOT NULL) AS tags,
		sum(t.requester IS NOT NULL) AS requester,
		sum(coalesce(t.account_ref, t.account) IS NOT NULL) AS account,
		sum(t.account_ref IN (SELECT f.account FROM account_fact f
			WHERE f.name = 'plan')) AS plan,
		sum(t.account_ref IN (SELECT f.account FROM account_fact f
			WHERE f.name IN ('mrr', 'arr'))) AS revenue,
		sum(t.page IS NOT NULL) AS page,
		sum(t.csat IS NOT NULL OR t.id IN (SELECT v.ticket
			FROM survey v WHERE v.kind = 'csat'
			AND v.rated IS NOT 'ai')) AS csat,
		sum(t.id IN (SELECT v.ticket FROM survey v
			WHERE v.kind = 'csat' AND v.rated = 'ai')) AS ai_csat,
		sum(t.id IN (SELECT v.ticket FROM survey v
			WHERE v.kind = 'ces')) AS ces,
		sum(t.id IN (SELECT v.ticket FROM survey v
			WHERE v.kind = 'nps')) AS nps,
		sum(k.ai_state_basis IN ('vendor', 'joined'))
			AS ai_state,
		sum(t.first_reply_s IS NOT NULL) AS first_reply,
		sum(k.handle_basis <> 'computed') AS handle,
		sum(k.customer_turns > 0) AS customer_text,
		sum(k.ai_turns > 0) AS ai_text,
		sum(k.agent_turns > 0 AND k.messages > 0) AS agent_text,
		sum(k.last_at IS NOT NULL) AS message_times,
		sum(t.id IN (SELECT g.ticket FROM suggestion g)) AS suggestions,
		sum(t.id IN (SELECT l.ticket FROM label l)) AS labels
	FROM ticket t LEFT JOIN ticket_stat k ON k.ticket = t.id
	WHERE t.stub = 0 AND t.joined IS NULL GROUP BY t.source)
SELECT s.name AS source, s.vendor, f.seq, f.name AS field,
	coalesce(CASE f.name WHEN 'created' THEN w.created
	WHEN 'status' THEN w.status WHEN 'solved' THEN w.solved
	WHEN 'reopens' THEN w.reopens WHEN 'transfers' THEN w.transfers
	WHEN 'subject' THEN w.subject WHEN 'customer_text' THEN w.customer_text
	WHEN 'ai_text' THEN w.ai_text WHEN 'agent_text' THEN w.agent_text
	WHEN 'message_times' THEN w.message_times
	WHEN 'ai_state' THEN w.ai_state WHEN 'channel' THEN w.channel
	WHEN 'team' THEN w.team WHEN 'assignee' THEN w.assignee
	WHEN 'category' THEN w.category WHEN 'priority' THEN w.priority
	WHEN 'tags' THEN w.tags WHEN 'requester' THEN w.requester
	WHEN 'account' THEN w.account WHEN 'plan' THEN w.plan
	WHEN 'revenue' THEN w.revenue WHEN 'page' THEN w.page
	WHEN 'csat' THEN w.csat WHEN 'ai_csat' THEN w.ai_csat
	WHEN 'ces' THEN w.ces WHEN 'nps' THEN w.nps
	WHEN 'first_reply' THEN w.first_reply WHEN 'handle' THEN w.handle
	WHEN 'suggestions' THEN w.suggestions WHEN 'labels' THEN w.labels
	WHEN 'ai_conversations' THEN (SELECT count(*) FROM ticket t
		WHERE t.source = s.id AND t.origin = 'ai') END, 0)
	AS filled, coalesce(w.n, 0) AS tickets
FROM source s LEFT JOIN told w ON w.source = s.id
CROSS JOIN (SELECT key AS seq, value AS name FROM json_each(
	'["created", "status", "solved", "reopens", "transfers", "subject",
	"customer_text", "ai_text", "agent_text", "message_times", "ai_state",
	"channel", "team", "assignee", "category", "priority", "tags",
	"requester", "account", "plan", "revenue", "page", "csat", "ai_csat",
	"ces", "nps", "first_reply", "handle", "suggestions", "labels",
	"ai_conversations"]')) f

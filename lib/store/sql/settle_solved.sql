-- When it was solved.  The record's own time, else the event's, else (status
-- says solved, nothing says when) the last change, else the last message: assumed,
-- as in a source that has no statuses at all.  An event that does not say
-- what was before comes after the one before it; only a history of the ticket
-- tells that it was never reopened, not time worked or a tag.
WITH s AS MATERIALIZED (
	SELECT t.id, t.first_solved, e.first_event,
		CASE WHEN t.status IN ('new', 'open', 'pending', 'hold') OR
			(t.status IS NULL AND t.status_raw IS NOT NULL AND
			t.solved IS NULL AND t.closed IS NULL) THEN NULL
		ELSE coalesce(t.solved, t.closed, e.last_event, t.first_solved,
			CASE WHEN t.status IN ('solved', 'closed')
				THEN coalesce(t.updated, k.last_at, t.created)
			WHEN o.has_status = 0 THEN coalesce(k.last_at, t.created)
			END) END AS solved,
		CASE WHEN coalesce(t.solved, t.closed, e.last_event,
				t.first_solved) IS NOT NULL THEN 'status'
		WHEN t.status IN ('solved', 'closed') AND t.updated IS NOT NULL
			THEN 'updated'
		WHEN t.status IN ('solved', 'closed') THEN 'assumed'
		WHEN o.has_status = 0 THEN 'assumed' END AS basis,
		coalesce(t.reopens, e.reopens) AS reopens,
		coalesce(t.transfers, e.transfers) AS transfers
	FROM dirty d CROSS JOIN ticket t ON t.id = d.ticket
	JOIN ticket_stat k ON k.ticket = t.id
	JOIN source o ON o.id = t.source
	LEFT JOIN (SELECT v.ticket,
			min(CASE WHEN v.field = 'status' AND
				v.new IN ('solved', 'closed') THEN v.at END)
				AS first_event,
			max(CASE WHEN v.field = 'status' AND
				v.new IN ('solved', 'closed') THEN v.at END)
				AS last_event,
			CASE WHEN sum(v.tells) > 0 THEN
				sum(v.field = 'status' AND v.new = 'open' AND
				coalesce(v.old, v.before) IN ('solved', 'closed'))
				END AS reopens,
			CASE WHEN sum(v.tells) > 0 AND
				max(v.field IN ('assignee', 'team') AND
				v.role IS NULL) = 0 THEN
				sum(v.field IN ('assignee', 'team') AND v.role = 3)
				END AS transfers
		FROM (SELECT n.*, n.field NOT IN ('worked', 'edited', 'tag',
				'ai_state', 'handoff', 'engagement',
				'agent_joined', 'department', 'follow_up', 'page')
				AS tells,
				lag(n.new) OVER (PARTITION BY n.ticket,
				n.field ORDER BY n.at,
				length(n.ext_id), n.ext_id) AS before
			FROM dirty d CROSS JOIN event n
			ON n.ticket = d.ticket) v
		GROUP BY v.ticket) e ON e.ticket = t.id)
UPDATE ticket_stat SET
	solved = s.solved, solved_basis = s.basis,
	first_solved = coalesce(s.first_solved, s.first_event, s.solved),
	reopens = s.reopens, transfers = s.transfers
FROM s WHERE ticket_stat.ticket = s.id;
UPDATE source SET newest = max(coalesce(source.newest, n.newest), n.newest)
FROM (SELECT t.source, max(max(coalesce(t.created, 0), coalesce(t.updated, 0),
		coalesce(k.last_at, 0), coalesce(k.solved, 0))) AS newest
	FROM dirty d CROSS JOIN ticket t ON t.id = d.ticket
	JOIN ticket_stat k ON k.ticket = t.id
	WHERE t.stub = 0 GROUP BY t.source) n
WHERE n.source = source.id;

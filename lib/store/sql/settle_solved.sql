-- When it was solved.  The record's own time, else the event's, else (status
-- says solved, nothing says when) the last change, else, in a source that has
-- no statuses at all, the last message: assumed.  Events that are no history
-- count no reopenings, and moves by who knows whom no transfers.
UPDATE ticket_stat SET
	solved = s.solved, solved_basis = s.basis,
	first_solved = coalesce(s.first_solved, s.first_event, s.solved),
	reopens = s.reopens, transfers = s.transfers
FROM (
	SELECT t.id, t.first_solved, e.first_event,
		CASE WHEN t.status IN ('new', 'open', 'pending', 'hold') OR
			(t.status IS NULL AND t.status_raw IS NOT NULL AND
			t.solved IS NULL AND t.closed IS NULL) THEN NULL
		ELSE coalesce(t.solved, t.closed, e.last_event,
			CASE WHEN t.status IN ('solved', 'closed')
				THEN coalesce(t.updated, k.last_at, t.created)
			WHEN o.has_status = 0 THEN coalesce(k.last_at, t.created)
			END) END AS solved,
		CASE WHEN coalesce(t.solved, t.closed, e.last_event) IS NOT NULL
			THEN 'status'
		WHEN t.status IN ('solved', 'closed') THEN 'updated'
		WHEN o.has_status = 0 THEN 'assumed' END AS basis,
		coalesce(t.reopens, CASE WHEN e.told THEN e.reopens END)
			AS reopens,
		coalesce(t.transfers, CASE WHEN e.told AND NOT e.unnamed
			THEN e.transfers END) AS transfers
	FROM dirty d CROSS JOIN ticket t ON t.id = d.ticket
	JOIN ticket_stat k ON k.ticket = t.id
	JOIN source o ON o.id = t.source
	LEFT JOIN (SELECT v.ticket,
			min(CASE WHEN v.new IN ('solved', 'closed') THEN v.at END)
				AS first_event,
			max(CASE WHEN v.new IN ('solved', 'closed') THEN v.at END)
				AS last_event,
			max(v.field NOT IN ('engagement', 'handoff',
				'agent_joined', 'department', 'follow_up'))
				AS told,
			sum(v.field = 'status' AND v.new = 'open' AND
				v.old IN ('solved', 'closed')) AS reopens,
			max(v.field IN ('assignee', 'team') AND v.role IS NULL)
				AS unnamed,
			sum(v.field IN ('assignee', 'team') AND v.role = 3)
				AS transfers
		FROM dirty d CROSS JOIN event v ON v.ticket = d.ticket
		GROUP BY v.ticket) e ON e.ticket = t.id) s
WHERE ticket_stat.ticket = s.id;
UPDATE source SET newest = max(coalesce(source.newest, n.newest), n.newest)
FROM (SELECT t.source, max(max(coalesce(t.created, 0), coalesce(t.updated, 0),
		coalesce(k.last_at, 0), coalesce(k.solved, 0))) AS newest
	FROM dirty d JOIN ticket t ON t.id = d.ticket
	JOIN ticket_stat k ON k.ticket = t.id
	WHERE t.stub = 0 GROUP BY t.source) n
WHERE n.source = source.id;
-- Facts of an account or requester that count other tickets: those that came
-- after a touched one have stale tags.
CREATE INDEX IF NOT EXISTS ticket_account ON ticket (account_ref, created)
	WHERE account_ref IS NOT NULL;
CREATE INDEX IF NOT EXISTS ticket_requester ON ticket (requester, created)
	WHERE requester IS NOT NULL;
CREATE TEMP TABLE IF NOT EXISTS earliest (kind INTEGER, who, source INTEGER,
	at INTEGER, PRIMARY KEY (kind, who, source));
DELETE FROM earliest;
INSERT INTO earliest SELECT 1, t.account_ref, 0, min(t.created)
	FROM dirty d JOIN ticket t ON t.id = d.ticket
	WHERE t.account_ref IS NOT NULL GROUP BY t.account_ref;
INSERT INTO earliest SELECT 2, t.requester, t.source, min(t.created)
	FROM dirty d JOIN ticket t ON t.id = d.ticket
	WHERE t.requester IS NOT NULL GROUP BY t.requester, t.source;
INSERT OR IGNORE INTO dirty
	SELECT o.id FROM earliest e JOIN ticket o ON o.account_ref = e.who
		AND o.created >= e.at WHERE e.kind = 1;
INSERT OR IGNORE INTO dirty
	SELECT o.id FROM earliest e JOIN ticket o ON o.requester = e.who
		AND o.source = e.source AND o.created >= e.at WHERE e.kind = 2;
UPDATE ticket SET rev = rev + 1 WHERE id IN (SELECT ticket FROM dirty);

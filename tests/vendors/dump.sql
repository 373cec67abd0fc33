-- What a folder of exports became, for a reader: all that is said of tickets,
-- their messages, events and surveys, and of people and accounts; times are
-- written out, unknown is empty.
.mode list
.separator ' | '
SELECT 'ticket', s.name || ':' || t.ext_id, strftime('%Y-%m-%dT%H:%M:%S', t.created, 'unixepoch'),
	strftime('%Y-%m-%dT%H:%M:%S', k.solved, 'unixepoch'), k.solved_basis,
	t.status, t.channel, t.team, t.assignee, t.category, t.priority,
	t.requester, coalesce(a.ext_id, t.account), t.page, t.csat,
	coalesce(CASE k.ai_state_basis WHEN 'messages' THEN NULL
		ELSE k.ai_state END, t.ai_state, '') || coalesce(' (' || t.ai_state_raw || ')', ''),
	k.reopens, k.first_reply_s, k.handle_s || ' ' || k.handle_basis,
	t.mark, t.origin, t.link,
	CASE WHEN t.stub THEN 'stub' END
FROM ticket t JOIN source s ON s.id = t.source
LEFT JOIN ticket_stat k ON k.ticket = t.id
LEFT JOIN account a ON a.id = t.account_ref ORDER BY s.name, t.ext_id;
SELECT 'text', s.name || ':' || t.ext_id, replace(t.subject, char(10), '\n'),
	t.tags, t.fields
FROM ticket t JOIN source s ON s.id = t.source
WHERE coalesce(t.subject, t.tags, t.fields) IS NOT NULL
ORDER BY s.name, t.ext_id;
SELECT 'message', v.key, strftime('%Y-%m-%dT%H:%M:%S', v.at, 'unixepoch'), v.ext_id, v.role,
	CASE v.public WHEN 1 THEN 'public' ELSE 'private' END, v.kind, v.author,
	v.evidence, replace(v.body, char(10), '\n')
FROM thread v ORDER BY v.key, v.at, v.seq, v.ext_id;
SELECT 'event', s.name || ':' || t.ext_id, strftime('%Y-%m-%dT%H:%M:%S', e.at, 'unixepoch'),
	e.ext_id, e.role, e.actor, e.field, e.old, e.new
FROM event e JOIN ticket t ON t.id = e.ticket JOIN source s ON s.id = t.source
ORDER BY s.name, t.ext_id, e.at, e.ext_id;
SELECT 'survey', s.name || ':' || t.ext_id, strftime('%Y-%m-%dT%H:%M:%S', v.at, 'unixepoch'),
	v.ext_id, v.kind, v.scale, v.raw, v.value, v.satisfied, v.rated, v.comment
FROM survey v JOIN ticket t ON t.id = v.ticket JOIN source s ON s.id = t.source
ORDER BY s.name, t.ext_id, v.at, v.ext_id;
SELECT 'suggestion', s.name || ':' || t.ext_id, strftime('%Y-%m-%dT%H:%M:%S', v.at, 'unixepoch'),
	v.ext_id, v.author, v.draft, v.sent, v.basis
FROM suggestion v JOIN ticket t ON t.id = v.ticket
JOIN source s ON s.id = t.source ORDER BY s.name, t.ext_id, v.at, v.ext_id;
SELECT 'label', s.name || ':' || t.ext_id, v.author, v.dimension, v.value
FROM label v JOIN ticket t ON t.id = v.ticket
JOIN source s ON s.id = t.source ORDER BY s.name, t.ext_id, v.ext_id;
SELECT 'person', s.name, p.ext_id, p.name, p.email, p.role, p.account, p.ai
FROM person p JOIN source s ON s.id = p.source ORDER BY s.name, p.ext_id;
SELECT 'name', s.name, n.ext_id, n.name
FROM name n JOIN source s ON s.id = n.source ORDER BY s.name, n.ext_id;
SELECT 'account', s.name, a.ext_id, a.name, strftime('%Y-%m-%dT%H:%M:%S', a.created, 'unixepoch')
FROM account a JOIN source s ON s.id = a.source ORDER BY s.name, a.ext_id;
SELECT 'fact', s.name, a.ext_id, f.name, strftime('%Y-%m-%dT%H:%M:%S', nullif(f.since, -1), 'unixepoch'),
	f.value, f.num
FROM account_fact f JOIN account a ON a.id = f.account
JOIN source s ON s.id = a.source ORDER BY s.name, a.ext_id, f.name, f.since;

-- What the brief of a ticket says of it without its messages.
SELECT s.name || ':' || t.ext_id, t.created, t.subject, t.channel, t.page,
	t.action, t.source, t.requester, p.name, p.email, t.account_ref, a.name,
	z.name || ':' || a.ext_id, t.account, t.account_basis, g.path, g.handoff_at,
	g.handoff_message, g.handoff_basis
FROM ticket t
JOIN source s ON s.id = t.source
LEFT JOIN person p ON p.source = t.source AND p.ext_id = t.requester
LEFT JOIN account a ON a.id = t.account_ref
LEFT JOIN source z ON z.id = a.source
LEFT JOIN tagged g ON g.ticket = t.id
WHERE t.id = ?1

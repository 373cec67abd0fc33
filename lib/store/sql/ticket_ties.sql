-- Whom the selected tickets are from: account and requester, NULL not known.
SELECT sel.ticket, t.source || '/' || coalesce('#' || t.account_ref, t.account),
	t.source || '/' || t.requester
FROM sel CROSS JOIN ticket t ON t.id = sel.ticket ORDER BY sel.ticket

-- What the selected tickets have in common with each other, by ticket: the
-- account and the requester.
SELECT sel.ticket, t.account_ref, t.source, t.requester, t.account
FROM sel CROSS JOIN ticket t ON t.id = sel.ticket ORDER BY sel.ticket

SELECT sel.ticket, t.account_ref, k.handle_s
FROM sel CROSS JOIN ticket t ON t.id = sel.ticket
LEFT JOIN ticket_stat k ON k.ticket = t.id ORDER BY sel.ticket

SELECT min(coalesce(k.solved, t.created)), max(coalesce(k.solved, t.created))
FROM sel CROSS JOIN ticket t ON t.id = sel.ticket
LEFT JOIN ticket_stat k ON k.ticket = t.id

SELECT v.* FROM sel CROSS JOIN tickets v ON v.ticket = sel.ticket
ORDER BY v.source, v.ext_id

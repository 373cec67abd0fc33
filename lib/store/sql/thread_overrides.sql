SELECT o.ticket, o.dimension, o.value, o.why
FROM sel CROSS JOIN override o ON o.ticket = sel.ticket
ORDER BY sel.ticket, o.dimension

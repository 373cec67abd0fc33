-- In the order of time, those without one first.
SELECT e.ticket, e.at, coalesce(e.role, 0), e.actor, e.field, e.old, e.new
FROM sel CROSS JOIN event e ON e.ticket = sel.ticket
ORDER BY sel.ticket, e.at, e.id

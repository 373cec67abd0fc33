-- The frame of a sample by key, and whether and how each ticket was drawn.
SELECT n.name || ':' || t.ext_id AS key, f.stratum, f.ticket, d.place
FROM sample_frame f JOIN ticket t ON t.id = f.ticket
JOIN source n ON n.id = t.source
LEFT JOIN sample_ticket d ON d.sample = f.sample AND d.ticket = f.ticket
WHERE f.sample = ? ORDER BY key

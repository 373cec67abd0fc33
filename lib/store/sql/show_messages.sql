SELECT m.ext_id, m.at, m.role, m.public, m.kind, m.author, m.evidence, m.body
FROM thread m WHERE m.ticket = ?
ORDER BY m.at, m.seq, length(m.ext_id), m.ext_id

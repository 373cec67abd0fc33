-- What the reviewers of a sample answered, as labels: see labels.sql.
SELECT r.ticket, r.value FROM reviewed r JOIN sel s ON s.ticket = r.ticket
WHERE r.question = ?1 AND r.sample = ?2 AND r.value <> 'unclear'
ORDER BY r.ticket

INSERT INTO review (sample, ticket, reviewer, question, value)
VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET value = excluded.value

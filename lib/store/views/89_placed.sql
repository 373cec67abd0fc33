-- placed: where a sample's reviewed tickets belong by the answers of the reviewer
-- whose verdict counts (judged): cell of the map and type.  A question that nobody
-- in the sample answered was not asked, and the machine's tag stands.  complexity,
-- emotion and pattern may be unclear; issue is NULL where it is unclear or was
-- asked and not answered.
CREATE VIEW placed AS
SELECT j.sample, j.ticket, j.stratum, j.automate,
	coalesce(c.value, t.complexity, 'unknown') AS complexity,
	coalesce(e.value, t.emotion, 'unknown') AS emotion,
	coalesce(p.value, t.pattern, 'unknown') AS pattern,
	CASE WHEN i.value IS NOT NULL THEN nullif(i.value, 'unclear')
		WHEN NOT EXISTS (SELECT 1 FROM review a
			WHERE a.sample = j.sample AND a.question = 'issue')
		THEN coalesce(t.issue, 'unknown') END AS issue
FROM judged j JOIN sample_ticket t USING (sample, ticket)
LEFT JOIN review c ON c.sample = j.sample AND c.ticket = j.ticket
	AND c.reviewer = j.reviewer AND c.question = 'complexity'
LEFT JOIN review e ON e.sample = j.sample AND e.ticket = j.ticket
	AND e.reviewer = j.reviewer AND e.question = 'emotion'
LEFT JOIN review p ON p.sample = j.sample AND p.ticket = j.ticket
	AND p.reviewer = j.reviewer AND p.question = 'pattern'
LEFT JOIN review i ON i.sample = j.sample AND i.ticket = j.ticket
	AND i.reviewer = j.reviewer AND i.question = 'issue'

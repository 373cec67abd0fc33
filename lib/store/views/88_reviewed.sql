-- reviewed: what counts of a sample's answers, one row a ticket and question: that
-- of its first reviewer who gave one, as in judged; machine: the tag it had when the
-- sample was drawn.
CREATE VIEW reviewed AS
WITH busy AS (SELECT sample, reviewer, count(DISTINCT ticket) AS tickets
		FROM review GROUP BY sample, reviewer),
ranked AS (SELECT r.sample, r.ticket, r.reviewer, r.question, r.value,
		row_number() OVER (PARTITION BY r.sample, r.ticket, r.question
			ORDER BY b.tickets DESC, r.reviewer) AS place
	FROM review r JOIN busy b USING (sample, reviewer))
SELECT r.sample, r.ticket, t.stratum, r.reviewer, r.question, r.value,
	CASE r.question WHEN 'complexity' THEN t.complexity
		WHEN 'emotion' THEN t.emotion WHEN 'pattern' THEN t.pattern
		WHEN 'issue' THEN t.issue END AS machine
FROM ranked r JOIN sample_ticket t USING (sample, ticket)
WHERE r.place = 1

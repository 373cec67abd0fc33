-- judged: what a sample's reviews say about the ceiling, one row a ticket: the
-- verdict of its first reviewer, who is the one with most tickets in the sample,
-- then the first by name.  A verdict counts where the reviewer answered complexity,
-- emotion and pattern; one of them that nobody in the sample answered was not
-- asked, and the machine's tag stands.  automate: 1 or 0; NULL: it is unclear.
CREATE VIEW judged AS
WITH asked AS (SELECT DISTINCT sample, question FROM review
		WHERE question IN ('complexity', 'emotion', 'pattern')),
answered AS (SELECT sample, ticket, reviewer, count(*) AS questions FROM review
		WHERE question IN ('complexity', 'emotion', 'pattern')
		GROUP BY sample, ticket, reviewer),
busy AS (SELECT sample, reviewer, count(DISTINCT ticket) AS tickets
		FROM review GROUP BY sample, reviewer),
ranked AS (SELECT v.sample, v.ticket, v.reviewer, v.tier, v.kept,
		row_number() OVER (PARTITION BY v.sample, v.ticket
			ORDER BY b.tickets DESC, v.reviewer) AS place
	FROM verdict v JOIN answered a USING (sample, ticket, reviewer)
	JOIN busy b USING (sample, reviewer)
	WHERE a.questions = (SELECT count(*) FROM asked q
		WHERE q.sample = v.sample))
SELECT r.sample, r.ticket, t.stratum, r.reviewer, r.tier, r.kept,
	CASE WHEN r.kept = 1 THEN 0 WHEN r.tier = 'unclear' THEN NULL
		ELSE r.tier = 'automate' END AS automate
FROM ranked r JOIN sample_ticket t USING (sample, ticket)
WHERE r.place = 1

-- resolved_stratum: what the AI resolved correctly, in a sample's strata: the tickets
-- that it took part in, as the drawn ones have it; of n of them it is known whether it
-- resolved them and reviewers said whether its answer is correct, x are both.
CREATE VIEW resolved_stratum AS
WITH t AS MATERIALIZED (SELECT d.sample, d.stratum, d.ticket, l.n2, l.n5
	FROM sample_ticket d CROSS JOIN ladder l ON l.ticket = d.ticket),
r AS (SELECT t.sample, t.stratum, count(t.n5) AS n,
		sum(t.n5 = 1 AND v.value = 'yes') AS x
	FROM t JOIN reviewed v USING (sample, ticket)
	WHERE t.n2 = 1 AND v.question = 'ai_correct' AND v.value IN ('yes', 'no')
	GROUP BY t.sample, t.stratum)
SELECT s.sample, s.stratum, s.name, s.ceiling, 1.0 * s.N * (SELECT sum(t.n2) FROM t
		WHERE t.sample = s.sample AND t.stratum = s.stratum) / s.n_drawn
		AS tickets, coalesce(r.n, 0) AS n, coalesce(r.x, 0) AS x
FROM sample_stratum s LEFT JOIN r USING (sample, stratum)
WHERE s.n_drawn > 0

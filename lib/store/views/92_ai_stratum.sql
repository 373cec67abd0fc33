-- ai_stratum: the answers of the AI in a sample's strata: the tickets that have one,
-- as the drawn ones have it; of n it was reviewed whether the answer is correct
-- (yes or no), x are.
CREATE VIEW ai_stratum AS
WITH drawn AS (SELECT sample, stratum, count(*) AS drawn, sum(ai) AS ai
	FROM sample_ticket GROUP BY sample, stratum),
r AS (SELECT t.sample, t.stratum, count(*) AS n, sum(r.value = 'yes') AS x
	FROM reviewed r JOIN sample_ticket t USING (sample, ticket)
	WHERE t.ai AND r.question = 'ai_correct' AND r.value IN ('yes', 'no')
	GROUP BY t.sample, t.stratum)
SELECT s.sample, s.stratum, s.name, 1.0 * s.N * d.ai / d.drawn AS tickets,
	coalesce(r.n, 0) AS n, coalesce(r.x, 0) AS x
FROM sample_stratum s JOIN drawn d USING (sample, stratum)
LEFT JOIN r USING (sample, stratum)

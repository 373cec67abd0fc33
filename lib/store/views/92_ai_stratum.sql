-- ai_stratum: the answers of the AI in a sample's strata: the tickets that have one,
-- as the drawn ones have it; of n it was reviewed whether the answer is correct
-- (yes or no), x are.
CREATE VIEW ai_stratum AS
SELECT s.sample, s.stratum, s.name, 1.0 * s.N * sum(t.ai) / count(*) AS tickets,
	count(r.value) AS n, coalesce(sum(r.value = 'yes'), 0) AS x
FROM sample_stratum s
JOIN sample_ticket t ON t.sample = s.sample AND t.stratum = s.stratum
LEFT JOIN reviewed r ON r.sample = t.sample AND r.ticket = t.ticket AND t.ai
	AND r.question = 'ai_correct' AND r.value IN ('yes', 'no')
GROUP BY s.sample, s.stratum

-- map_verified: the cells of the landscape map as a sample's reviews have them: the
-- share of each stratum, weighted by its size, and one half where nobody reviewed, as
-- in ceiling_verified.
CREATE VIEW map_verified AS
SELECT m.sample, s.name, m.complexity, m.emotion, m.pattern,
	sum(m.tickets * CASE WHEN m.n > 0 THEN 1.0 * m.x / m.n ELSE 0.5 END)
		/ sum(m.tickets) AS estimate,
	sum(m.x) AS x, sum(m.n) AS n, sum(m.tickets) AS tickets
FROM map_stratum m JOIN sample s ON s.id = m.sample
GROUP BY m.sample, m.complexity, m.emotion, m.pattern

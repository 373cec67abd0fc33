-- map_stratum: the cells in which reviewers put a sample's tickets (placed), in
-- each stratum: of its tickets n were put anywhere, x of them in this cell.
CREATE VIEW map_stratum AS
WITH p AS MATERIALIZED (SELECT * FROM placed
	WHERE 'unclear' NOT IN (complexity, emotion, pattern)),
cell AS (SELECT DISTINCT sample, complexity, emotion, pattern FROM p)
SELECT c.sample, c.complexity, c.emotion, c.pattern, s.stratum, s.name, s.N AS tickets,
	count(p.ticket) AS n,
	coalesce(sum(p.complexity = c.complexity AND p.emotion = c.emotion
		AND p.pattern = c.pattern), 0) AS x
FROM cell c JOIN sample_stratum s ON s.sample = c.sample
LEFT JOIN p ON p.sample = s.sample AND p.stratum = s.stratum
GROUP BY c.sample, c.complexity, c.emotion, c.pattern, s.stratum

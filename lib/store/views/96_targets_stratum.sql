-- targets_stratum: what could be automated, by type, in a sample's strata: of its
-- tickets n have a verdict and a type by review (placed), x of them could be
-- automated and are of this type.
CREATE VIEW targets_stratum AS
WITH p AS MATERIALIZED (SELECT * FROM placed
	WHERE automate IS NOT NULL AND issue IS NOT NULL),
type AS (SELECT DISTINCT sample, issue FROM p)
SELECT c.sample, c.issue, s.stratum, s.name, s.N AS tickets, count(p.ticket) AS n,
	coalesce(sum(p.automate AND p.issue = c.issue), 0) AS x
FROM type c JOIN sample_stratum s ON s.sample = c.sample
LEFT JOIN p ON p.sample = s.sample AND p.stratum = s.stratum
GROUP BY c.sample, c.issue, s.stratum

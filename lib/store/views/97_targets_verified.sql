-- targets_verified: the share of a sample's frame that could be automated and is of
-- a type, as its reviews have it: the share of each stratum, weighted by its size, and
-- one half where nobody reviewed, as in ceiling_verified.
CREATE VIEW targets_verified AS
SELECT t.sample, s.name, t.issue,
	sum(t.tickets * CASE WHEN t.n > 0 THEN 1.0 * t.x / t.n ELSE 0.5 END)
		/ sum(t.tickets) AS estimate,
	sum(t.x) AS x, sum(t.n) AS n, sum(t.tickets) AS tickets
FROM targets_stratum t JOIN sample s ON s.id = t.sample
GROUP BY t.sample, t.issue

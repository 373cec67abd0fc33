-- targets_precision: of the tickets that had the tag of a type when a sample was
-- drawn, the share that is of this type by review: the share of each stratum with
-- reviewed ones, weighted by the tagged tickets in it.
CREATE VIEW targets_precision AS
SELECT i.sample, s.name, i.issue,
	sum(1.0 * i.tickets * i.x / i.n) / sum(CASE WHEN i.n > 0 THEN i.tickets END)
		AS estimate,
	sum(i.x) AS x, sum(i.n) AS n, sum(i.tickets) AS tickets
FROM issue_stratum i JOIN sample s ON s.id = i.sample
GROUP BY i.sample, i.issue

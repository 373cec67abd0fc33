-- ceiling_verified: the automation ceiling of a sample's frame as its reviewed
-- tickets have it: the share of each stratum, weighted by its size.  A stratum of which
-- nobody reviewed a ticket may hold any share: it counts as one half, and the
-- interval, which lib/stats works out, says what that costs.
CREATE VIEW ceiling_verified AS
SELECT c.sample, s.name, CASE WHEN sum(c.n) > 0 THEN
		sum(c.tickets * CASE WHEN c.n > 0 THEN 1.0 * c.x / c.n ELSE 0.5 END)
		/ sum(c.tickets) END AS estimate,
	sum(c.x) AS x, sum(c.n) AS n, sum(c.tickets) AS tickets
FROM ceiling_stratum c JOIN sample s ON s.id = c.sample
GROUP BY c.sample

-- ceiling_stratum: a sample's strata: tickets, n of them reviewed, x of these
-- could be automated; unclear: reviewed, and not in n.
CREATE VIEW ceiling_stratum AS
SELECT s.sample, s.stratum, s.name, s.ceiling, s.N AS tickets, s.n_drawn,
	count(j.automate) AS n, coalesce(sum(j.automate), 0) AS x,
	count(j.ticket) - count(j.automate) AS unclear
FROM sample_stratum s
LEFT JOIN judged j ON j.sample = s.sample AND j.stratum = s.stratum
GROUP BY s.sample, s.stratum

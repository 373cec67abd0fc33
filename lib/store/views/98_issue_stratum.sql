-- issue_stratum: how the tag of a type does in a sample's strata: the
-- tickets that had it when the sample was drawn; of n it was reviewed what type
-- they are, of x it is this.
CREATE VIEW issue_stratum AS
WITH r AS MATERIALIZED (SELECT sample, ticket, stratum, machine, value
	FROM reviewed WHERE question = 'issue' AND value <> 'unclear')
SELECT c.sample, c.value AS issue, c.stratum, s.name, c.n AS tickets,
	count(r.ticket) AS n, coalesce(sum(r.value = r.machine), 0) AS x
FROM sample_count c
JOIN sample_stratum s ON s.sample = c.sample AND s.stratum = c.stratum
LEFT JOIN r ON r.sample = c.sample AND r.stratum = c.stratum
	AND r.machine = c.value
WHERE c.dimension = 'issue' AND c.value <> 'unknown'
GROUP BY c.sample, c.value, c.stratum

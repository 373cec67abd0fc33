-- capacity_verified: agents' seconds in a sample's frame by tier, as its reviews
-- have it: what the tags of all tickets say, and in each stratum its tickets times
-- the mean, over its n reviewed ones, of what the tags got wrong (the time of a
-- ticket where the review says this tier, less that where the tag did); a stratum
-- of which none was reviewed has the mean of the others.  A ticket without a
-- handle time has none: no minutes a reply are assumed here.
CREATE VIEW capacity_verified AS
WITH tier (tier) AS (VALUES ('automate'), ('assist'), ('human')),
machine AS (SELECT c.sample, c.stratum, CASE
		WHEN c.value = 'automate' AND s.ceiling <> 'yes' THEN 'human'
		WHEN c.value IN ('automate', 'assist', 'unknown') THEN c.value
		ELSE 'human' END AS tier, sum(c.handle_s) AS handle_s
	FROM sample_count c JOIN sample_stratum s USING (sample, stratum)
	WHERE c.dimension = 'tier' GROUP BY 1, 2, 3),
one AS MATERIALIZED (SELECT t.sample, t.stratum, coalesce(t.handle_s, 0) AS handle_s,
		CASE WHEN j.automate THEN 'automate'
			WHEN j.tier IN ('assist', 'unknown') THEN j.tier
			ELSE 'human' END AS says,
		CASE WHEN t.tier = 'automate' AND NOT t.kept THEN 'automate'
			WHEN t.tier = 'assist' THEN t.tier
			WHEN coalesce(t.tier, 'unknown') = 'unknown' THEN 'unknown'
			ELSE 'human' END AS said
	FROM judged j JOIN sample_ticket t USING (sample, ticket)
	WHERE j.automate IS NOT NULL AND j.tier <> 'unclear'),
stratum AS (SELECT s.sample, s.stratum, s.N AS tickets, v.tier, count(o.sample) AS n,
		avg(o.handle_s * ((o.says = v.tier) - (o.said = v.tier))) AS mean
	FROM sample_stratum s CROSS JOIN tier v
	LEFT JOIN one o ON o.sample = s.sample AND o.stratum = s.stratum
	GROUP BY s.sample, s.stratum, v.tier)
SELECT x.sample, s.name, x.tier, total(m.handle_s) + sum(x.tickets * x.mean)
		* sum(x.tickets) / sum(CASE WHEN x.n > 0 THEN x.tickets END) AS estimate,
	sum(x.n) AS n, sum(x.tickets) AS tickets
FROM stratum x JOIN sample s ON s.id = x.sample
LEFT JOIN machine m ON m.sample = x.sample AND m.stratum = x.stratum
	AND m.tier = x.tier
GROUP BY x.sample, x.tier

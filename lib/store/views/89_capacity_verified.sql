-- capacity_verified: agents' seconds in a sample's frame by tier, as its reviews
-- have it.  A stratum is cut once more, by the tier of the tags, where each of
-- these parts has five reviewed tickets (Holt and Smith 1979).  Of each part, the
-- time of all its tickets, times the share that the tier has of the time of the n
-- reviewed ones; one half where none of those took any.  A ticket without a handle
-- time took none: no minutes a reply are assumed here.
CREATE VIEW capacity_verified AS
WITH tier (tier) AS (VALUES ('automate'), ('assist'), ('human')),
one AS MATERIALIZED (SELECT t.sample, t.stratum,
		coalesce(t.handle_s, 0) AS handle_s,
		CASE WHEN j.automate THEN 'automate'
			WHEN j.tier IN ('assist', 'unknown') THEN j.tier
			ELSE 'human' END AS tier,
		CASE WHEN coalesce(t.tier, 'unknown') IN ('assist', 'unknown')
				THEN coalesce(t.tier, 'unknown')
			WHEN t.tier = 'automate' AND NOT t.kept THEN 'automate'
			ELSE 'human' END AS said
	FROM judged j JOIN sample_ticket t USING (sample, ticket)
	WHERE j.automate IS NOT NULL AND j.tier <> 'unclear'),
frame AS (SELECT c.sample, c.stratum, CASE
			WHEN c.value IN ('assist', 'unknown') THEN c.value
			WHEN c.value = 'automate' AND s.ceiling = 'yes'
				THEN c.value
			ELSE 'human' END AS said,
		sum(c.n) AS tickets, sum(c.handle_s) AS handle_s
	FROM sample_count c JOIN sample_stratum s USING (sample, stratum)
	WHERE c.dimension = 'tier' GROUP BY 1, 2, 3),
part AS (SELECT f.*, min((SELECT count(*) FROM one o WHERE o.sample = f.sample
			AND o.stratum = f.stratum AND o.said = f.said))
			OVER (PARTITION BY f.sample, f.stratum) >= 5 AS cut
	FROM frame f),
whole AS (SELECT sample, stratum, cut, CASE WHEN cut THEN said END AS said,
		sum(tickets) AS tickets, sum(handle_s) AS handle_s
	FROM part GROUP BY 1, 2, 3, 4),
share AS (SELECT w.*, v.tier, count(o.sample) AS n,
		sum(o.handle_s * (o.tier = v.tier)) / sum(o.handle_s) AS share
	FROM whole w CROSS JOIN tier v
	LEFT JOIN one o ON o.sample = w.sample AND o.stratum = w.stratum
		AND (NOT w.cut OR o.said = w.said)
	GROUP BY w.sample, w.stratum, w.said, v.tier)
SELECT x.sample, s.name, x.tier, sum(x.handle_s * coalesce(x.share, 0.5))
		AS estimate,
	sum(x.n) AS n, sum(x.tickets) AS tickets
FROM share x JOIN sample s ON s.id = x.sample
WHERE EXISTS (SELECT 1 FROM one o WHERE o.sample = x.sample)
GROUP BY x.sample, x.tier

-- headroom_stratum: what could be automated and is not resolved durably by the AI
-- alone, in a sample's strata: of its tickets n were reviewed with a verdict, are old
-- enough and have a known durability (landscape), x of them are such.  mature:
-- reviewed and old enough; young: reviewed, and not old enough; blind: mature,
-- resolved by the AI alone, and whether durably is not known; seen: the same, and
-- it is known.
CREATE VIEW headroom_stratum AS
WITH r AS (SELECT j.sample, j.stratum, j.automate, l.durable,
		coalesce(l.immature, 0) AS immature, l.path
	FROM judged j JOIN landscape l ON l.ticket = j.ticket
	WHERE j.automate IS NOT NULL)
SELECT s.sample, s.stratum, s.name, s.N AS tickets,
	coalesce(sum(r.durable IS NOT NULL AND NOT r.immature), 0) AS n,
	coalesce(sum(r.automate AND r.durable = 0 AND NOT r.immature), 0) AS x,
	coalesce(sum(NOT r.immature), 0) AS mature,
	coalesce(sum(r.immature), 0) AS young,
	coalesce(sum(r.path = 1 AND r.durable IS NULL AND NOT r.immature), 0)
		AS blind,
	coalesce(sum(r.path = 1 AND r.durable IS NOT NULL AND NOT r.immature), 0)
		AS seen
FROM sample_stratum s
LEFT JOIN r ON r.sample = s.sample AND r.stratum = s.stratum
GROUP BY s.sample, s.stratum

-- tag_review: what counts of a sample's answers beside the machine's tags, one row
-- a reviewed ticket and dimension (complexity emotion pattern issue, and ceiling: yes
-- or no).  machine: "unknown" where it gave none; human: also "unclear", which
-- weighs nothing.  tickets: those of the stratum that were tagged so when the sample
-- was drawn, reviewed of them with a clear answer; weight: one over the other, the
-- tickets that this one stands for.  stratum_tickets, stratum_reviewed: the same of
-- the whole stratum.  Shares of unweighted rows are no estimate.
CREATE VIEW tag_review AS
WITH a AS (SELECT sample, ticket, stratum, question AS dimension,
		coalesce(machine, 'unknown') AS machine, value AS human,
		value <> 'unclear' AS clear
	FROM reviewed
	WHERE question IN ('complexity', 'emotion', 'pattern', 'issue')
	UNION ALL SELECT j.sample, j.ticket, j.stratum, 'ceiling', s.ceiling,
		CASE j.automate WHEN 1 THEN 'yes' WHEN 0 THEN 'no'
			ELSE 'unclear' END, j.automate IS NOT NULL
	FROM judged j
	JOIN sample_stratum s ON s.sample = j.sample AND s.stratum = j.stratum),
w AS (SELECT a.*, c.n AS tickets,
		sum(a.clear) OVER (PARTITION BY a.sample, a.dimension, a.stratum,
			a.machine) AS reviewed,
		sum(a.clear) OVER (PARTITION BY a.sample, a.dimension, a.stratum)
			AS stratum_reviewed
	FROM a LEFT JOIN sample_count c ON c.sample = a.sample
		AND c.stratum = a.stratum AND c.dimension = a.dimension
		AND c.value = a.machine)
SELECT w.sample, w.ticket, w.stratum, w.dimension, w.machine, w.human, w.tickets,
	w.reviewed, CASE WHEN w.clear THEN 1.0 * w.tickets / w.reviewed END
		AS weight, h.N AS stratum_tickets, w.stratum_reviewed
FROM w JOIN sample_stratum h ON h.sample = w.sample AND h.stratum = w.stratum

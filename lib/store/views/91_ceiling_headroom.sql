-- ceiling_headroom: the share of a sample's frame that could be automated by its
-- reviews and that the AI does not resolve durably already: the share of each
-- stratum, weighted by its size; one half where nothing is known of a stratum, as in
-- ceiling_verified.
CREATE VIEW ceiling_headroom AS
SELECT h.sample, s.name, CASE WHEN sum(h.n) > 0 THEN
		sum(h.tickets * CASE WHEN h.n > 0 THEN 1.0 * h.x / h.n ELSE 0.5 END)
		/ sum(h.tickets) END AS estimate,
	sum(h.x) AS x, sum(h.n) AS n, sum(h.tickets) AS tickets
FROM headroom_stratum h JOIN sample s ON s.id = h.sample
GROUP BY h.sample

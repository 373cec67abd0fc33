-- reviewed_resolution: what stands in where a vendor's figure needs a language model's
-- verdict and the export has none: of the tickets of a sample's frame that the AI took
-- part in, the share that it resolved with an answer which reviewers call correct: the
-- share of each stratum with reviewed ones, weighted by its tickets that it took part
-- in.
CREATE VIEW reviewed_resolution AS
SELECT a.sample, s.name, sum(a.tickets * a.x / a.n)
		/ sum(CASE WHEN a.n > 0 THEN a.tickets END) AS estimate,
	sum(a.x) AS x, sum(a.n) AS n, CAST(round(sum(a.tickets)) AS INTEGER) AS tickets
FROM resolved_stratum a JOIN sample s ON s.id = a.sample
GROUP BY a.sample

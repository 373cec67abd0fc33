-- ceiling_ai_accuracy: the share of the AI's answers in a sample's frame that
-- reviewers call correct: the share of each stratum with reviewed ones, weighted by
-- its tickets that have one.
CREATE VIEW ceiling_ai_accuracy AS
SELECT a.sample, s.name, sum(a.tickets * a.x / a.n)
		/ sum(CASE WHEN a.n > 0 THEN a.tickets END) AS estimate,
	sum(a.x) AS x, sum(a.n) AS n, CAST(round(sum(a.tickets)) AS INTEGER) AS tickets
FROM ai_stratum a JOIN sample s ON s.id = a.sample
GROUP BY a.sample

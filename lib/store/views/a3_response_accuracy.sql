-- response_accuracy: was the AI's first real answer correct, as reviewers of a sample judge it?
-- A row a ticket of a sample's frame in which the AI gave an answer (n3; where answers
-- were not read, took part: n2).  x: 1 correct, 0 not, NULL not reviewed or unclear.
-- The share of a sample is that of each stratum with reviewed ones, weighted by its
-- tickets: avg(x) is right only where all strata were drawn alike.
CREATE VIEW response_accuracy AS
SELECT l.*, f.sample, f.stratum, CASE v.value WHEN 'yes' THEN 1 WHEN 'no' THEN 0 END
	AS x
FROM sample_frame f JOIN ladder l ON l.ticket = f.ticket
LEFT JOIN reviewed v ON v.sample = f.sample AND v.ticket = f.ticket
	AND v.question = 'ai_correct'
WHERE coalesce(l.n3, l.n2) = 1

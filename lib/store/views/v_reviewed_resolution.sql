-- reviewed_resolution: what stands in where a vendor's figure needs a language model's
-- verdict and the export has none: of the tickets the AI took part in and people
-- reviewed (question ai_correct), those that it resolved and where its answer was
-- correct.  x is n8, and 0 where it was not resolved.  Each reviewed ticket counts as
-- one: of a sample with more of some strata than of others the share is one of the
-- sample.
CREATE VIEW reviewed_resolution AS
SELECT *, CASE WHEN ticket NOT IN (SELECT v.ticket FROM reviewed v
		WHERE v.question = 'ai_correct' AND v.value IN ('yes', 'no'))
		THEN NULL
	WHEN n5 = 0 THEN 0 ELSE n8 END AS x
FROM ladder WHERE n2 = 1

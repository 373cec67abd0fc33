-- ladder: facts and the rungs of the resolution ladder that a ticket reached, 1, 0 or
-- NULL (not known; not watched long enough; not reviewed).  n1: the AI was on for it,
-- as `--ai-on` says.  n2: the AI wrote to the customer, or handed over.  n3: it gave an
-- answer, not a greeting or small talk.  n4: no person answered, nor was it handed
-- over.  n5: so it ended, and no more help was asked for.  n6: and the customer said that
-- it helped.  n7: and neither a reopening nor a new ticket of the same issue came in
-- seven days (n7_24h, n7_72h, n7_14d likewise).  n8: and reviewers call it correct.
CREATE VIEW ladder AS
WITH l AS (SELECT f.*, NULL AS n1,
	CASE WHEN f.path IS NULL THEN NULL
		ELSE f.path IN ('ai_only', 'ai_to_human', 'human_to_ai') END AS n2,
	CASE WHEN f.path IS NULL OR f.ai_answers IS NULL THEN NULL
		ELSE f.ai_answers > 0 END AS n3,
	CASE WHEN f.path IS NULL THEN NULL
		ELSE f.path = 'ai_only' END AS n4
	FROM facts f),
r AS (SELECT l.*,
	CASE WHEN n4 = 1 THEN first_solved IS NOT NULL
		AND coalesce(ai_reply, 0) >= 0 AND coalesce(satisfied, 1) = 1
		AND coalesce(ai_state, '') <> 'negative_feedback'
		ELSE n4 END AS n5,
	CASE WHEN recontact_s IS NULL AND reopen_s IS NULL THEN NULL
		ELSE min(coalesce(recontact_s, 1e12), coalesce(reopen_s, 1e12))
		END AS back_s
	FROM l)
SELECT r.*,
	CASE WHEN n5 = 1 THEN coalesce(ai_reply = 1, 0)
		OR coalesce(satisfied, 0) OR coalesce(ai_state, '') =
		'resolved_confirmed' ELSE n5 END AS n6,
	CASE WHEN n5 = 0 OR n5 IS NULL THEN n5
		WHEN back_s <= 7 * 86400 THEN 0
		WHEN watched < 7 * 86400 THEN NULL ELSE 1 END AS n7,
	CASE WHEN n5 = 0 OR n5 IS NULL THEN n5 WHEN back_s <= 86400 THEN 0
		WHEN watched < 86400 THEN NULL ELSE 1 END AS n7_24h,
	CASE WHEN n5 = 0 OR n5 IS NULL THEN n5 WHEN back_s <= 3 * 86400 THEN 0
		WHEN watched < 3 * 86400 THEN NULL ELSE 1 END AS n7_72h,
	CASE WHEN n5 = 0 OR n5 IS NULL THEN n5
		WHEN back_s <= 14 * 86400 THEN 0
		WHEN watched < 14 * 86400 THEN NULL ELSE 1 END AS n7_14d,
	CASE WHEN n5 = 1 THEN (SELECT CASE v.value WHEN 'yes' THEN 1
			WHEN 'no' THEN 0 END FROM reviewed v
			WHERE v.ticket = r.ticket AND v.question = 'ai_correct'
			ORDER BY v.sample DESC LIMIT 1)
		ELSE n5 END AS n8
FROM r

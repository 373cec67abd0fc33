-- ladder: facts and the rungs of the resolution ladder that a ticket reached, 1, 0 or
-- NULL (not known; not watched long enough; not reviewed).
-- Of tickets of a source in blind_source none but n1 is known.
-- n1: the AI was on for it, as `--ai-on` says.  n2: the AI wrote to the customer, or
-- handed over.  n3: it gave a substantive answer: no greeting, question or refusal.
-- n4: of n2, no person answered nor was it handed over, before it was first solved
-- or to its end.  n5: n4, and it was solved or ended without a request for more help:
-- words after the AI's last answer (not those with which the customer reopened it: that
-- it did not last is for n7 to say), a bad rating, the vendor's negative feedback or
-- "abandoned", and a question to which the AI gave no answer at all, are such
-- requests; NULL where the words are not there and the vendor does not say how it
-- ended, or not yet (pending).  n6: n5, and the customer's words, a good rating of the
-- AI or the vendor's confirmed state say that it helped.  n7: n5, and no reopening by
-- the customer nor new ticket of the same issue in the seven days after the first
-- solution (n7_24h, n7_72h, n7_14d likewise).  It is known, of any ticket, only where
-- reopenings, issue and requester or account are, and after those days: from the first
-- solution where n5 is 1, else from the creation.  n8: of n5, reviewers call the AI's
-- answer correct.
CREATE VIEW ladder AS
WITH l AS (SELECT f.*, NULL AS n1,
	CASE WHEN f.path IS NULL OR f.blind THEN NULL
		ELSE f.path IN ('ai_only', 'ai_to_human', 'human_to_ai') END AS n2,
	CASE WHEN f.path IS NULL OR f.blind OR f.ai_answers IS NULL THEN NULL
		ELSE f.ai_answers > 0 END AS n3,
	CASE WHEN f.path IS NULL OR f.blind THEN NULL
		WHEN f.path = 'ai_only' THEN 1
		WHEN f.path = 'ai_to_human' AND f.handoff_at > f.first_solved
			AND f.solved_basis <> 'assumed' AND NOT EXISTS
			(SELECT 1 FROM message m WHERE m.ticket = f.ticket
			AND m.public = 1 AND coalesce(m.said, m.role) = 3
			AND coalesce(m.at, 0) <= f.first_solved) THEN 1
		ELSE 0 END AS n4,
	f.reopens IS NOT NULL AND f.issue IS NOT NULL
		AND (f.requester IS NOT NULL OR f.account > 0) AS told
	FROM (SELECT *, source IN (SELECT name FROM blind_source) AS blind
		FROM facts) f),
r AS (SELECT l.*,
	CASE WHEN n4 IS NULL OR n4 = 0 THEN n4
		WHEN first_solved IS NULL OR ai_satisfied = 0 OR ai_answers = 0
			OR ai_reply = -1 AND coalesce(reopen_s, 0) = 0
			OR ai_state IN ('negative_feedback', 'abandoned') THEN 0
		WHEN ai_state = 'pending' THEN NULL
		WHEN ai_answers IS NULL AND (ai_state IS NULL OR
			ai_state NOT IN ('resolved_assumed', 'resolved_confirmed'))
			THEN NULL
		ELSE 1 END AS n5
	FROM l)
SELECT r.*,
	CASE WHEN n5 = 1 THEN coalesce(ai_reply = 1, 0)
		OR coalesce(ai_satisfied = 1, 0)
		OR coalesce(ai_state = 'resolved_confirmed', 0)
		ELSE n5 END AS n6,
	CASE WHEN told AND 7 * 86400 <= CASE n5 WHEN 1 THEN watched
			WHEN 0 THEN age END
		THEN n5 AND coalesce(reopen_s > 7 * 86400, 1)
			AND coalesce(recontact_s > 7 * 86400, 1) END AS n7,
	CASE WHEN told AND 86400 <= CASE n5 WHEN 1 THEN watched
			WHEN 0 THEN age END
		THEN n5 AND coalesce(reopen_s > 86400, 1)
			AND coalesce(recontact_s > 86400, 1) END AS n7_24h,
	CASE WHEN told AND 3 * 86400 <= CASE n5 WHEN 1 THEN watched
			WHEN 0 THEN age END
		THEN n5 AND coalesce(reopen_s > 3 * 86400, 1)
			AND coalesce(recontact_s > 3 * 86400, 1) END AS n7_72h,
	CASE WHEN told AND 14 * 86400 <= CASE n5 WHEN 1 THEN watched
			WHEN 0 THEN age END
		THEN n5 AND coalesce(reopen_s > 14 * 86400, 1)
			AND coalesce(recontact_s > 14 * 86400, 1) END AS n7_14d,
	CASE WHEN n5 = 1 THEN (SELECT CASE v.value WHEN 'yes' THEN 1
			WHEN 'no' THEN 0 END FROM reviewed v
			WHERE v.ticket = r.ticket AND v.question = 'ai_correct'
			ORDER BY v.sample DESC LIMIT 1) END AS n8
FROM r

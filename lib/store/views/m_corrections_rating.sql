-- corrections_rating: tickets in which people put the AI right by a bad rating,
-- of its answers; times 100 it is corrected tickets per 100 AI answers.  A row an
-- answer, not a ticket: the substantive ones that the AI gave in public, and the
-- drafts of its that a person used.  x is 1 for the first answer of a corrected
-- ticket, however often it was corrected.  A ticket whose answers are not known is
-- one row, in tickets and not in n; what has no answer has no correction either.
-- Nothing is known, which is not zero, while the database has no ratings of the AI.
-- Drafts and public answers are corrected in other ways: compare types within one
-- of corrections_suggestion, corrections_rating and corrections_feedback.
CREATE VIEW corrections_rating AS
SELECT a.*, CASE WHEN y IS NOT NULL AND EXISTS (SELECT 1 FROM survey WHERE rated = 'ai')
	THEN i.key = 0 AND a.ticket IN (SELECT ticket FROM correction WHERE basis = 'rating')
	END AS x
FROM (SELECT *, CASE WHEN n2 = 1 AND ai_answers IS NULL THEN NULL
		ELSE coalesce(ai_answers, 0) + drafts END AS y
	FROM (SELECT *, (SELECT count(*) FROM suggestion g
			WHERE g.ticket = ladder.ticket AND g.sent IS NOT NULL)
			AS drafts FROM ladder)
	WHERE n2 = 1 OR drafts > 0) a,
-- an array of y elements
	json_each('[' || CASE WHEN y IS NULL THEN '0' ELSE
		substr(replace(hex(zeroblob(y)), '00', ',0'), 2) END || ']') i

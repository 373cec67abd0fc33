-- recontact_rate: of the solved tickets that people handled, those whose requester came
-- with a new ticket of the same type within seven days of the first solution.
-- Mature tickets alone.  Not known of a ticket without a type, or
-- of which neither requester nor account is known.  Needed beside
-- reopen_rate: who writes anew reopens nothing.
CREATE VIEW recontact_rate AS
SELECT *, CASE WHEN watched >= 7 * 86400 AND issue IS NOT NULL
		AND (requester IS NOT NULL OR account > 0)
	THEN coalesce(recontact_s <= 7 * 86400, 0) END AS x
FROM ladder WHERE first_solved IS NOT NULL
	AND path IN ('human_only', 'human_to_ai', 'ai_to_human')

-- reopen_rate: of the solved tickets that people handled, those that the customer
-- reopened within seven days of the first solution.  Mature tickets alone.
-- Reopenings by the system, merges and agents are none.  One that the export knows
-- only as a count is taken to be within the seven days.  A count of solutions less
-- one misses tickets that are open again.
CREATE VIEW reopen_rate AS
SELECT *, CASE WHEN watched >= 7 * 86400 AND reopens IS NOT NULL
	THEN coalesce(reopen_s <= 7 * 86400, 0) END AS x
FROM ladder WHERE first_solved IS NOT NULL
	AND path IN ('human_only', 'human_to_ai', 'ai_to_human')

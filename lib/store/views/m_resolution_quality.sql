-- resolution_quality: of the tickets that the AI handed to people and that are solved,
-- those that are resolved well: within seven days of the first solution neither a
-- reopening by the customer nor a new ticket of the same type from the same requester,
-- and not rated badly.
-- Mature tickets alone.  Who does not rate counts as not dissatisfied, so the figure
-- moves with the response rate (csat_escalated_response).  Tickets that nobody solved
-- are in tickets and not in n: a queue that never solves looks good here.
CREATE VIEW resolution_quality AS
SELECT *, CASE WHEN coalesce(watched, 0) < 7 * 86400 OR NOT told
		THEN NULL
	ELSE coalesce(reopen_s, 7 * 86400 + 1) > 7 * 86400
		AND coalesce(recontact_s, 7 * 86400 + 1) > 7 * 86400
		AND satisfied IS NOT 0 END AS x
FROM ladder WHERE path = 'ai_to_human'

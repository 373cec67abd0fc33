-- agent_time: seconds that agents worked on a ticket, of whatever path; the mean.  A
-- ticket with messages and none of an agent took none, nor did one of which the vendor
-- says that the AI had it alone.
-- What hours and money are worked out from, where handle_s is about tickets that people
-- handled.  The mean, so that it times tickets is the whole time.
CREATE VIEW agent_time AS
SELECT *, CASE WHEN handle_s IS NOT NULL THEN handle_s
	WHEN agent_turns = 0 AND messages > 0 OR
		path = 'ai_only' AND agent_turns IS NULL THEN 0 END AS x
FROM ladder

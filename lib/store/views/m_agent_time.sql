-- agent_time: seconds that agents worked on a ticket, of whatever path; the mean.  A
-- ticket with messages and none of an agent took none.
-- What hours and money are worked out from, where handle_s is about tickets that people
-- handled.  The mean, so that it times tickets is the whole time.
CREATE VIEW agent_time AS
SELECT *, CASE WHEN handle_s IS NOT NULL THEN handle_s
	WHEN agent_turns = 0 AND messages > 0 THEN 0 END AS x
FROM ladder

-- tiered: the landscape with the tier in which a ticket counts, one row a ticket;
-- the tickets of a period are those with excluded IS NULL and solved in it.  The
-- automation ceiling by tags is the share of the tier automate: what could be answered
-- without a person because it is simple, follows a known path and carries no emotion
-- or risk.  assist: AI could draft and a person approve.  human: all else, and types of
-- the keep-human list whatever their tag.  unknown: nothing is known of it, which
-- counts in no numerator.
CREATE VIEW tiered AS
SELECT l.ticket, l.key, l.created, l.solved, l.excluded,
	coalesce(t.complexity, 'unknown') AS complexity,
	coalesce(t.emotion, 'unknown') AS emotion,
	coalesce(t.pattern, 'unknown') AS pattern, l.issue,
	CASE WHEN t.tier IS NULL THEN 'unknown'
		WHEN t.tier = 'automate' AND NOT l.kept THEN 'automate'
		WHEN t.tier = 'assist' THEN 'assist' ELSE 'human' END AS tier,
	l.handle_s
FROM landscape l LEFT JOIN tagged t ON t.ticket = l.ticket

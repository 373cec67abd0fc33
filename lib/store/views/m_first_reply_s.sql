-- first_reply_s: seconds until a person first replied in public; the median.
-- From the creation of the ticket (from the customer's first words, where the export
-- has no time of its own); of a ticket that the AI handed over, from the handoff.
-- Calendar time, not business hours.  Tickets that nobody answered have none, so
-- a queue that answers fewer looks faster.  A handoff known only by the agent's
-- reply has no moment of its own: it is in tickets and not in n.
CREATE VIEW first_reply_s AS
SELECT *,
	CASE path WHEN 'ai_to_human' THEN nullif((SELECT min(m.at) FROM message m
			WHERE m.ticket = ladder.ticket AND m.at >= handoff_at
			AND m.dup = 0 AND m.public = 1
			AND coalesce(m.said, m.role) = 3) - handoff_at, 0)
		ELSE first_reply_s END AS x
FROM ladder WHERE path IN ('human_only', 'human_to_ai', 'ai_to_human')

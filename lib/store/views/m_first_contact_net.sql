-- first_contact_net: of the solved tickets that a person answered, high complexity
-- left out, those resolved with exactly one touch of agents, and for good: within
-- seven days neither a reopening by the customer nor a new ticket of the same
-- type from the same requester.  A touch is a run of public messages of agents
-- without one of the customer between them; what the AI wrote before does not count.
-- High complexity, by the rules, is work over several systems, decisions or issues,
-- which one contact cannot end; unknown complexity is in tickets and not in n.
-- Mature tickets alone; not known without messages.  "One-touch" elsewhere is one
-- public comment, whatever happens after, or a ticket closed within minutes.
CREATE VIEW first_contact_net AS
SELECT *, CASE WHEN coalesce(watched, 0) < 7 * 86400 OR NOT told
		OR messages = 0 THEN NULL
		WHEN complexity IS NULL THEN NULL
	ELSE coalesce(reopen_s, 7 * 86400 + 1) > 7 * 86400
		AND coalesce(recontact_s, 7 * 86400 + 1) > 7 * 86400
		AND (agent_turns = 1 OR (SELECT count(*) FROM (SELECT who,
			lag(who) OVER (ORDER BY at, seq, length(ext_id), ext_id)
				AS before
			FROM (SELECT m.at, m.seq, m.ext_id,
					coalesce(m.said, m.role) AS who
				FROM message m WHERE m.ticket = ladder.ticket
				AND m.dup = 0 AND m.public = 1
				AND coalesce(m.empty, 0) = 0
				AND coalesce(m.said, m.role) IN (1, 3)))
			WHERE who = 3 AND before IS NOT 3) = 1) END AS x
FROM ladder WHERE first_solved IS NOT NULL AND (messages = 0 OR agent_turns > 0)
	AND path IN ('human_only', 'human_to_ai', 'ai_to_human')
	AND complexity IS NOT 'high'

-- What messages and events add up to (metrics.md, "The rest").  Turns are
-- public messages.  Handle time: the vendor's, else computed: over an agent's
-- messages and notes, the time since the ticket's previous message, at most
-- 15 minutes each.
INSERT OR REPLACE INTO ticket_stat (ticket, messages, customer_turns, ai_turns,
	agent_turns, last_at, first_reply_s, handle_s, handle_basis)
SELECT t.id, coalesce(s.messages, 0), coalesce(s.customer, 0),
	coalesce(s.ai, 0), coalesce(s.agent, 0), s.last_at,
	coalesce(t.first_reply_s, s.first_reply - coalesce(s.first_ask, t.created)),
	coalesce(t.handle_s, s.handle_s),
	CASE WHEN t.handle_s IS NOT NULL THEN 'imported'
		WHEN s.handle_s IS NOT NULL THEN 'computed' END
FROM dirty d CROSS JOIN ticket t ON t.id = d.ticket
LEFT JOIN (
	SELECT ticket, count(*) AS messages,
		sum(role = 1 AND public) AS customer,
		sum(role = 2 AND public) AS ai,
		sum(role = 3 AND public) AS agent,
		max(at) AS last_at,
		min(CASE WHEN role = 1 AND public THEN at END) AS first_ask,
		min(CASE WHEN role IN (2, 3) AND public THEN at END)
			AS first_reply,
		sum(CASE WHEN role = 3 THEN min(coalesce(gap, 0), 900) END)
			AS handle_s
	FROM (SELECT m.ticket, coalesce(m.said, m.role) AS role, m.public, m.at,
			m.at - lag(m.at) OVER (PARTITION BY m.ticket
				ORDER BY m.at, m.seq, m.ext_id) AS gap
		FROM dirty d CROSS JOIN message m ON m.ticket = d.ticket
		WHERE m.dup = 0)
	GROUP BY ticket) s ON s.ticket = t.id;

-- What became of an AI's work, where events say it: the last word counts.
UPDATE ticket SET ai_state = x.new, ai_state_raw = x.new
FROM (SELECT e.ticket, e.new, max(e.at)
	FROM dirty d CROSS JOIN event e ON e.ticket = d.ticket
	WHERE e.field = 'ai_state' GROUP BY e.ticket) x
WHERE x.ticket = ticket.id AND ticket.ai_state IS NOT x.new;

-- What became of the AI's part.  The vendor's word, in the record or the last of
-- its events, else that of the conversation that was joined.  Where the AI took part and nobody says: pending
-- if its verdict may still come (Zendesk gives it 72 hours after the last
-- message), else unknown.
CREATE INDEX IF NOT EXISTS stat_pending ON ticket_stat (ticket)
	WHERE ai_state = 'pending';
CREATE INDEX IF NOT EXISTS ticket_joined ON ticket (joined)
	WHERE joined IS NOT NULL;
CREATE TEMP TABLE IF NOT EXISTS states (ticket INTEGER PRIMARY KEY, state TEXT,
	basis TEXT);
DELETE FROM states;
INSERT INTO states SELECT t.id,
	CASE WHEN t.ai_state IS NOT NULL THEN t.ai_state
		WHEN e.new IS NOT NULL THEN e.new
		WHEN c.ai_state IS NOT NULL THEN c.ai_state
		WHEN t.ai_state_raw IS NOT NULL THEN 'unknown'
		WHEN coalesce(k.ai_turns, 0) = 0 THEN NULL
		WHEN s.vendor = 'zendesk' AND coalesce(t.status, '') <> 'closed'
			AND k.last_at > s.newest - 72 * 3600 THEN 'pending'
		ELSE 'unknown' END,
	CASE WHEN coalesce(t.ai_state, e.new) IS NOT NULL THEN 'vendor'
		WHEN c.ai_state IS NOT NULL THEN 'joined'
		WHEN t.ai_state_raw IS NOT NULL THEN 'vendor'
		WHEN k.ai_turns > 0 THEN 'messages' END
	FROM ticket t JOIN ticket_stat k ON k.ticket = t.id
	JOIN source s ON s.id = t.source
	LEFT JOIN (SELECT joined, max(ext_id), ai_state FROM ticket
		WHERE joined IS NOT NULL AND ai_state IS NOT NULL
		GROUP BY joined) c ON c.joined = t.id
	LEFT JOIN (SELECT v.ticket, v.new, max(v.at) FROM dirty d
		CROSS JOIN event v ON v.ticket = d.ticket
		WHERE v.field = 'ai_state' GROUP BY v.ticket) e ON e.ticket = t.id
	WHERE t.id IN (SELECT ticket FROM dirty UNION
		SELECT ticket FROM ticket_stat WHERE ai_state = 'pending');
INSERT OR IGNORE INTO dirty SELECT n.ticket FROM states n
	JOIN ticket_stat k ON k.ticket = n.ticket WHERE k.ai_state IS NOT n.state;
UPDATE ticket_stat SET ai_state = n.state, ai_state_basis = n.basis
	FROM states n WHERE n.ticket = ticket_stat.ticket;

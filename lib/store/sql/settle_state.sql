-- What became of the AI's part.  The vendor's word, in the record or the last of
-- its events, else that of the conversation that was joined, else of a field
-- (settle_names).  Where the AI took part and nobody says: pending if its verdict
-- may still come (Zendesk gives it 72 hours after the last message), else
-- unknown.
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
		WHEN t.automated THEN 'resolved_assumed'
		WHEN coalesce(k.ai_turns, 0) = 0 THEN NULL
		WHEN s.vendor = 'zendesk' AND coalesce(t.status, '') <> 'closed'
			AND k.last_at > s.newest - 72 * 3600 THEN 'pending'
		ELSE 'unknown' END,
	CASE WHEN coalesce(t.ai_state, e.new) IS NOT NULL THEN 'vendor'
		WHEN c.ai_state IS NOT NULL THEN 'joined'
		WHEN t.ai_state_raw IS NOT NULL OR t.automated THEN 'vendor'
		WHEN k.ai_turns > 0 THEN 'messages' END
	FROM (SELECT t.*, EXISTS (SELECT 1 FROM verdict v
			JOIN json_each(t.fields) j ON j.key = v.field
			WHERE v.source = t.source AND
			lower(j.value) = 'automated') AS automated
		FROM (SELECT ticket FROM dirty UNION
			SELECT ticket FROM ticket_stat
			WHERE ai_state = 'pending') d
		CROSS JOIN ticket t ON t.id = d.ticket) t
	JOIN ticket_stat k ON k.ticket = t.id
	JOIN source s ON s.id = t.source
	LEFT JOIN ticket c ON c.id = (SELECT x.id FROM ticket x
		WHERE x.joined = t.id AND x.ai_state IS NOT NULL
		ORDER BY x.ext_id DESC LIMIT 1)
	LEFT JOIN event e ON e.id = (SELECT v.id FROM event v
		WHERE v.ticket = t.id AND v.field = 'ai_state'
		ORDER BY v.at DESC, length(v.ext_id) DESC, v.ext_id DESC
		LIMIT 1);
INSERT OR IGNORE INTO dirty SELECT n.ticket FROM states n
	CROSS JOIN ticket_stat k ON k.ticket = n.ticket WHERE k.ai_state IS NOT n.state;
UPDATE ticket_stat SET ai_state = n.state, ai_state_basis = n.basis
	FROM states n WHERE +n.ticket = ticket_stat.ticket;

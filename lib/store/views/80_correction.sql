-- correction: what people put right in the AI's work, a row each.  basis says
-- how it is known: suggestion (a draft that was changed before it was sent;
-- detail edited, up to 40 % of its words, or rewritten), rating (the customer
-- rated the AI badly), feedback (the vendor's state is negative feedback).  A
-- draft that was sent unchanged, or not used, is none.
CREATE VIEW correction AS
SELECT s.name || ':' || t.ext_id AS key, g.at, 'suggestion' AS basis,
	g.outcome AS detail, g.edit, t.id AS ticket
FROM suggestion g JOIN ticket t ON t.id = g.ticket
JOIN source s ON s.id = t.source WHERE g.outcome IN ('edited', 'rewritten')
UNION ALL
SELECT s.name || ':' || t.ext_id, v.at, 'rating', v.raw, NULL, t.id
FROM survey v JOIN ticket t ON t.id = v.ticket
JOIN source s ON s.id = t.source WHERE v.rated = 'ai' AND v.satisfied = 0
UNION ALL
SELECT s.name || ':' || t.ext_id, k.last_at, 'feedback', t.ai_state_raw, NULL,
	t.id
FROM ticket t JOIN ticket_stat k ON k.ticket = t.id
JOIN source s ON s.id = t.source WHERE k.ai_state = 'negative_feedback'

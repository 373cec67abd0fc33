-- state_check: by source, what the vendor says of the AI against what the
-- messages show, x of n tickets each, and how many conversations of an AI's own
-- export that name the ticket they became were joined to it.  A disagreement is
-- told, not settled: paths are the messages', states the vendor's.
CREATE VIEW state_check AS
WITH c AS MATERIALIZED (SELECT t.source,
	sum(k.ai_state LIKE 'resolved!_%' ESCAPE '!' AND k.ai_turns > 0)
		AS resolved,
	sum(k.ai_state LIKE 'resolved!_%' ESCAPE '!' AND k.after_ai)
		AS answered,
	sum(k.ai_state = 'handed_over' AND k.ai_turns > 0) AS handed,
	sum(k.ai_state = 'handed_over' AND k.ai_turns > 0 AND k.after_ai = 0)
		AS unanswered,
	sum(k.ai_state IS NOT NULL) AS states,
	sum(k.ai_state = 'pending') AS pending,
	sum(t.link IS NOT NULL) AS linked,
	sum(t.joined IS NOT NULL) AS joined
	FROM ticket t JOIN ticket_stat k ON k.ticket = t.id
	WHERE t.stub = 0 GROUP BY t.source)
SELECT s.name AS source, 0 AS seq,
	'AI resolved, a person answered' AS name,
	answered AS x, resolved AS n FROM c JOIN source s ON s.id = c.source
UNION ALL SELECT s.name, 1, 'AI handed over, nobody answered',
	unanswered, handed FROM c JOIN source s ON s.id = c.source
UNION ALL SELECT s.name, 2, 'AI verdict still pending', pending, states
	FROM c JOIN source s ON s.id = c.source
UNION ALL SELECT s.name, 3, 'AI conversations joined', joined,
	linked FROM c JOIN source s ON s.id = c.source

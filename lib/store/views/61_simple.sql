-- simple: the tickets by which the keep-human list is decided: of low complexity and
-- with a repeatable answer, one row a ticket.  emotion: the customer was frustrated or
-- much was at stake; risk: it is in a high-stakes segment; reopened: NULL where nobody
-- knows.  The list is worked out over ninety days by solved.
CREATE VIEW simple AS
SELECT l.ticket, l.key, l.solved, l.issue, l.account_ref,
	coalesce(e.value IN ('frustrated', 'high-stakes'), 0) AS emotion,
	coalesce(l.risk, 0) AS risk, l.reopens > 0 AS reopened
FROM landscape l
JOIN ruleset_value c ON c.ruleset = l.ruleset AND c.dimension = 'complexity'
	AND c.idx = l.complexity_id AND c.value = 'low'
JOIN ruleset_value p ON p.ruleset = l.ruleset AND p.dimension = 'pattern'
	AND p.idx = l.pattern_id AND p.value = 'repeatable'
LEFT JOIN ruleset_value e ON e.ruleset = l.ruleset AND e.dimension = 'emotion'
	AND e.idx = l.emotion_id
WHERE l.excluded IS NULL

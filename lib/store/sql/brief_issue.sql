-- The type of a ticket by a rule set, of the whole of it.
SELECT v.value FROM tagging g JOIN ruleset_value v ON v.ruleset = g.ruleset
	AND v.dimension = 'issue' AND v.idx = g.issue
WHERE g.ruleset = ?1 AND g.ticket = ?2

-- Overrides that this rule set has a place for, and those it has none for.
SELECT count(v.value), count(*) - count(v.value)
FROM override o LEFT JOIN ruleset_value v ON v.ruleset = ?1
	AND v.dimension = o.dimension AND v.value = o.value

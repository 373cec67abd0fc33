-- tag: every tag of every rule set, a row each (key, ruleset, dimension, value).
CREATE VIEW tag AS
SELECT s.name || ':' || t.ext_id AS key, r.hash AS ruleset, d.key AS dimension,
	v.value
FROM tagging g
JOIN ruleset r ON r.id = g.ruleset
JOIN ticket t ON t.id = g.ticket
JOIN source s ON s.id = t.source,
	json_each(g.many) d, json_each(d.value) v
UNION ALL
SELECT s.name || ':' || t.ext_id, r.hash, v.dimension, v.value
FROM tagging g
JOIN ruleset r ON r.id = g.ruleset
JOIN ticket t ON t.id = g.ticket
JOIN source s ON s.id = t.source
JOIN ruleset_value v ON v.ruleset = g.ruleset AND v.many = 0
	AND v.idx = CASE v.dimension WHEN 'complexity' THEN g.complexity
		WHEN 'emotion' THEN g.emotion WHEN 'pattern' THEN g.pattern
		WHEN 'approach' THEN g.approach WHEN 'tier' THEN g.tier END

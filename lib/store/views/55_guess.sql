-- guess: what the models said of each ticket under the active rule set, a row a
-- learned dimension: the likeliest value and its calibrated probability p,
-- whether it became the tag or not.  Of a ticket that a model has learned from it
-- is what the model says without it.
CREATE VIEW guess AS
SELECT s.name || ':' || t.ext_id AS key, d.key AS dimension,
	json_extract(d.value, '$[0]') AS value,
	json_extract(d.value, '$[1]') AS p
FROM tagging g
JOIN ticket t ON t.id = g.ticket
JOIN source s ON s.id = t.source, json_each(g.guess) d
WHERE g.ruleset = (SELECT id FROM ruleset WHERE active = 1)

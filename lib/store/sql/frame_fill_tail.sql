FROM (SELECT l.key, l.ticket, CASE WHEN l.tier_id IS NULL THEN 'unknown'
		WHEN l.tier_id = (SELECT v.idx FROM ruleset_value v
			WHERE v.ruleset = l.ruleset AND v.dimension = 'tier'
			AND v.value = 'automate') AND NOT l.kept THEN 'yes'
		ELSE 'no' END AS ceiling
	FROM sel CROSS JOIN landscape l ON l.ticket = sel.ticket) c
JOIN tickets t ON t.ticket = c.ticket

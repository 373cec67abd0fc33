-- The tags of the selection under two rule sets, ?1 and ?2, side by side; and
-- whether the ticket is one that the landscape counts.
SELECT l.key, l.excluded IS NULL,
	o.path, o.complexity, o.complexity_open, o.emotion, o.emotion_open,
	o.pattern, o.pattern_open, o.issue, o.issue_open, o.tier, o.tier_open,
	o.approach, o.many,
	n.path, n.complexity, n.complexity_open, n.emotion, n.emotion_open,
	n.pattern, n.pattern_open, n.issue, n.issue_open, n.tier, n.tier_open,
	n.approach, n.many
FROM sel CROSS JOIN landscape l ON l.ticket = sel.ticket
JOIN tagging o ON o.ruleset = ?1 AND o.ticket = sel.ticket
JOIN tagging n ON n.ruleset = ?2 AND n.ticket = sel.ticket
ORDER BY sel.ticket

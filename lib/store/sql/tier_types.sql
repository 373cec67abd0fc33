-- By type and account: tickets of the tier automate that are not kept with people,
-- and tickets; of what is 1 or 0 nobody asks for squares.
SELECT v.value, g.account, CASE WHEN v.value IN (SELECT h.issue FROM keep_issue h
		WHERE h.ruleset = g.ruleset) THEN 0 ELSE g.automate END, g.n, g.n,
	NULL
FROM (SELECT l.ruleset, l.issue_id, coalesce(l.account_ref, -l.ticket) AS account,
		sum(a.idx IS NOT NULL) AS automate, count(*) AS n
	FROM sel CROSS JOIN landscape l ON l.ticket = sel.ticket
	LEFT JOIN ruleset_value a ON a.ruleset = l.ruleset
		AND a.dimension = 'tier' AND a.idx = l.tier_id
		AND a.value = 'automate'
	GROUP BY l.ruleset, l.issue_id, account) g
LEFT JOIN ruleset_value v ON v.ruleset = g.ruleset
	AND v.dimension = 'issue' AND v.idx = g.issue_id
ORDER BY v.value, g.account

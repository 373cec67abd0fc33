-- Every ticket falls into the first step that holds; the steps sum to all.
SELECT count(*),
	sum(step = 'spam and test'), sum(step = 'merged'),
	sum(step = 'outbound'), sum(step = 'deleted'),
	sum(step = 'out of period'), sum(step = 'unresolved'),
	sum(step = 'without customer text'), sum(step = 'not selected'),
	sum(step = 'analysed')
FROM (SELECT CASE
	WHEN sel.ticket IS NOT NULL THEN 'analysed'
	WHEN l.excluded IN ('spam and test', 'merged', 'outbound', 'deleted')
		THEN l.excluded
	WHEN NOT (coalesce(CASE :by WHEN 0 THEN l.created WHEN 1 THEN l.solved
		ELSE (SELECT g.handoff_at FROM tagging g
			WHERE g.ticket = l.ticket AND g.ruleset = l.ruleset) END,
		l.created, 0) BETWEEN :since AND :until - 1) THEN 'out of period'
	WHEN l.excluded IS NOT NULL THEN l.excluded
	ELSE 'not selected' END AS step
	FROM landscape l LEFT JOIN sel ON sel.ticket = l.ticket)

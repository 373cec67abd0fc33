-- Which tickets of the selection no issue rule touches; else why they are out.
SELECT sel.ticket, s.name || ':' || t.ext_id, CASE
	WHEN :all THEN NULL
	WHEN g.ticket IS NULL THEN 'untagged'
	WHEN g.issue IS NOT NULL THEN 'issue'
	WHEN g.readable = 0 THEN 'language'
	WHEN g.readable = -1 THEN 'short' END
FROM sel JOIN ticket t ON t.id = sel.ticket JOIN source s ON s.id = t.source
LEFT JOIN tagging g ON g.ticket = sel.ticket AND g.ruleset = :ruleset
	AND g.rev = t.rev

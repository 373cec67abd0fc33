-- The latest rating of people, where the ticket's record has none.
UPDATE ticket_stat SET survey_csat = v.value, survey_ok = v.satisfied
FROM dirty d CROSS JOIN ticket t ON t.id = d.ticket
JOIN survey v ON v.id = (SELECT s.id FROM survey s
	WHERE s.ticket = d.ticket AND s.kind = 'csat' AND s.rated IS NOT 'ai'
	ORDER BY s.at DESC, s.ver DESC, s.ext_id DESC LIMIT 1)
WHERE ticket_stat.ticket = +d.ticket AND t.csat IS NULL

SELECT CASE l.path WHEN 1 THEN 'ai_only' WHEN 2 THEN 'ai_to_human'
		WHEN 3 THEN 'human_only' WHEN 4 THEN 'human_only'
		WHEN 5 THEN 'no_reply' ELSE 'unknown' END AS path, count(*)
FROM sel CROSS JOIN landscape l ON l.ticket = sel.ticket
GROUP BY 1 ORDER BY 1

-- ai_csat_response: of the tickets that the AI handled alone, those whose customer
-- rated it.  The share that ai_csat speaks of.
-- Not known, and not zero, where a source has no rating at all: its export leaves them
-- out, or nobody is asked.  Tickets that were sent no survey count as not answered.
CREATE VIEW ai_csat_response AS
SELECT *, CASE WHEN source IN (SELECT s.name FROM source s WHERE EXISTS
		(SELECT 1 FROM ticket t LEFT JOIN ticket_stat k ON k.ticket = t.id
			WHERE t.source = s.id
			AND coalesce(t.satisfied, k.survey_ok) IS NOT NULL)
		OR EXISTS (SELECT 1 FROM survey v JOIN ticket t ON t.id = v.ticket
			WHERE v.kind = 'csat' AND t.source = s.id))
	THEN ai_satisfied IS NOT NULL END AS x
FROM ladder WHERE path = 'ai_only'

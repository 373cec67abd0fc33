-- csat_escalated_response: of the tickets that the AI handed to people, those
-- whose customer rated it.  The share that csat_escalated speaks of.  Not known,
-- and not zero, where a source has no rating at all: its export leaves them out,
-- or nobody is asked.  Tickets that were sent no survey count as not answered.
CREATE VIEW csat_escalated_response AS
SELECT *, CASE WHEN source IN (SELECT s.name FROM source s WHERE EXISTS
		(SELECT 1 FROM ticket t LEFT JOIN ticket_stat k ON k.ticket = t.id
			WHERE t.source = s.id
			AND coalesce(t.satisfied, k.survey_ok) IS NOT NULL))
	THEN satisfied IS NOT NULL END AS x
FROM ladder WHERE path = 'ai_to_human'

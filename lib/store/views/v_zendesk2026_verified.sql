-- zendesk2026_verified: the outcome "verified resolution" that Zendesk publishes since
-- 18 May 2026: a contained resolution of which Zendesk's own check also says that the
-- outcome was complete.  x is n3, n5 and the vendor's verdict; known where Zendesk
-- exported a verdict, as in zendesk_ar, and the texts of the answers.
CREATE VIEW zendesk2026_verified AS
SELECT *, CASE WHEN source NOT IN (SELECT s.name FROM source s
		WHERE s.vendor = 'zendesk' AND EXISTS (SELECT 1 FROM ticket t
			JOIN ticket_stat k ON k.ticket = t.id
			WHERE t.source = s.id AND k.ai_state IN
				('resolved_assumed', 'resolved_confirmed')))
		OR ai_state = 'pending' OR created + 72 * 3600 > (SELECT s.newest
			FROM source s WHERE s.name = ladder.source)
		OR n3 IS NULL OR n5 IS NULL THEN NULL
	ELSE n3 = 1 AND n5 = 1 AND coalesce(ai_state, '') IN
		('resolved_assumed', 'resolved_confirmed') END AS x
FROM ladder WHERE n2 = 1

-- zendesk2026_verified: the outcome "verified resolution" that Zendesk publishes since
-- 18 May 2026: a contained resolution of which Zendesk's own check also says that the
-- outcome was complete.  x is n5 and the vendor's verdict; known where Zendesk
-- exported a verdict, as in zendesk_ar.
CREATE VIEW zendesk2026_verified AS
SELECT *, CASE WHEN source NOT IN (SELECT s.name FROM source s
		WHERE s.vendor = 'zendesk' AND EXISTS (SELECT 1 FROM ticket t
			JOIN ticket_stat k ON k.ticket = t.id
			WHERE t.source = s.id AND k.ai_state IN
				('resolved_assumed', 'resolved_confirmed')))
		OR coalesce(ai_state, 'pending') = 'pending' THEN NULL
	WHEN n3 = 0 OR n5 = 0 THEN 0
	ELSE ai_state IN ('resolved_assumed', 'resolved_confirmed') END AS x
FROM ladder WHERE n2 = 1

-- zendesk_ar: Zendesk's automated resolution rate as published until May 2026:
-- conversations that a language model judges resolved after 72 hours without a word,
-- of those the AI agent took part in.  Known where Zendesk exported a verdict: the tag
-- ai_agent_automated_resolution, the field "Resolution type" or the status of an AI
-- conversation.  Where a source has such verdicts, none after 72 hours means no; so
-- does a person's public answer.  What came in the last 72 hours has none yet, and is
-- left out whatever became of it.  A ticket closed inside the 72 hours never gets the
-- tag, so that the share is at least this.  NULL for every other vendor's tickets:
-- nobody else has this verdict.
CREATE VIEW zendesk_ar AS
SELECT *, CASE WHEN source NOT IN (SELECT s.name FROM source s
		WHERE s.vendor = 'zendesk' AND EXISTS (SELECT 1 FROM ticket t
			JOIN ticket_stat k ON k.ticket = t.id
			WHERE t.source = s.id AND k.ai_state IN
				('resolved_assumed', 'resolved_confirmed')))
		OR ai_state = 'pending' OR created + 72 * 3600 > (SELECT s.newest
			FROM source s WHERE s.name = ladder.source) THEN NULL
	ELSE n4 = 1 AND coalesce(ai_state, '') IN
		('resolved_assumed', 'resolved_confirmed') END AS x
FROM ladder WHERE n2 = 1

-- zendesk2026_escalated: the outcome "assisted escalation" that Zendesk publishes
-- since 18 May 2026: the AI agent gave an answer, and people got the conversation
-- before it was resolved.  Where a person was there before the AI, it escalated
-- nothing.
CREATE VIEW zendesk2026_escalated AS
SELECT *, CASE WHEN n3 = 0 OR n4 = 1 OR path = 'human_to_ai' THEN 0
	WHEN n3 = 1 AND n4 = 0 THEN 1 END AS x
FROM ladder WHERE n2 = 1

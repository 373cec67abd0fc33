-- zendesk2026_escalated: the outcome "assisted escalation" that Zendesk publishes
-- since 18 May 2026: the AI agent gave an answer, and people got the conversation
-- before it was resolved.  Where a person was there before the AI, it escalated
-- nothing.  What Zendesk counts beside answers, data that the AI collected, is not told
-- apart in an export.
CREATE VIEW zendesk2026_escalated AS
SELECT *, CASE WHEN n3 IS NULL OR n4 IS NULL THEN NULL
	ELSE n3 = 1 AND n4 = 0 AND path <> 'human_to_ai' END AS x
FROM ladder WHERE n2 = 1

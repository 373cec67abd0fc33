-- dialogflow_contained: Dialogflow CX's "contained, no callback" as published: sessions
-- that ended without a person and whose user did not call back within 24 hours, of
-- all sessions of the AI agent.  x is n7_24h of the tickets that were watched for 24
-- hours, as in servicenow_durable.
CREATE VIEW dialogflow_contained AS
SELECT *, CASE WHEN coalesce(watched, (SELECT s.newest FROM source s
		WHERE s.name = ladder.source) - created) < 86400 THEN NULL
	WHEN n5 = 0 THEN 0 ELSE n7_24h END AS x
FROM ladder WHERE n2 = 1

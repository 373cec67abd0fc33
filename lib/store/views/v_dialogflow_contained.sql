-- dialogflow_contained: Dialogflow CX's "contained, no callback" as published: sessions
-- that ended without a person and whose user did not call back within 24 hours, of
-- all sessions of the AI agent.  x is n7_24h, which asks also that nothing was left
-- open.
CREATE VIEW dialogflow_contained AS
SELECT *, n7_24h AS x FROM ladder WHERE n2 = 1

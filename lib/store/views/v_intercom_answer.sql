-- intercom_answer: Fin's answer rate as Intercom publishes it: conversations with at
-- least one answer of the AI agent, of those it took part in.  x is n3: greetings and
-- small talk are no answers.  NULL where the export has no words to tell one by.
CREATE VIEW intercom_answer AS
SELECT *, n3 AS x FROM ladder WHERE n2 = 1

-- intercom_involvement: Fin's involvement rate as Intercom publishes it: conversations
-- in which the AI agent took part, of all new conversations.  x is n2.  Of an export
-- that holds only what people got, the share is one of those alone.
CREATE VIEW intercom_involvement AS
SELECT *, n2 AS x FROM ladder

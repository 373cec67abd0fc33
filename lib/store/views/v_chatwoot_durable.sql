-- chatwoot_durable: Chatwoot's durable resolution as published: of the conversations
-- that the AI agent resolved alone, and that are seven days old since, those that
-- stayed so.  x is n7; the denominator is what it resolved and not what it handled,
-- so that an AI which resolves little can be durable in nearly all of it.
CREATE VIEW chatwoot_durable AS
SELECT *, n7 AS x FROM ladder WHERE n5 = 1

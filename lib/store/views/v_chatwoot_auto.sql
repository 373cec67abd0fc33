-- chatwoot_auto: Chatwoot's auto-resolution rate as published: conversations that the
-- AI agent resolved alone, of those it handled.  x is n5.  An earlier version divided
-- by the conversations it was eligible for, which an export does not tell.
CREATE VIEW chatwoot_auto AS
SELECT *, n5 AS x FROM ladder WHERE n2 = 1

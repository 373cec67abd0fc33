-- ada_containment: Ada's containment rate as published: conversations that were not
-- escalated to a person, of those the AI agent took part in.  x is n4; whether the
-- customer got anything is not asked.
CREATE VIEW ada_containment AS
SELECT *, n4 AS x FROM ladder WHERE n2 = 1

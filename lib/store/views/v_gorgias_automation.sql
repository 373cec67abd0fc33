-- gorgias_automation: Gorgias' automation rate as published: interactions closed
-- without a person, of all customer interactions; spam does not count.  x is n5.  One
-- of Gorgias' reports counts a customer's tickets inside 72 hours once, another each:
-- here each counts.  A return takes nothing away.
CREATE VIEW gorgias_automation AS
SELECT *, n5 AS x FROM ladder

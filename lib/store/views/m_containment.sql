-- containment: of the conversations that the AI took part in (N2), those that it kept
-- from people: no person answered and it was not handed over (N4), whether it was
-- resolved or not.  A customer who gave up is contained.
CREATE VIEW containment AS SELECT *, n4 AS x FROM ladder WHERE n2 = 1

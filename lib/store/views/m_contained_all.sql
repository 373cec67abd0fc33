-- contained_all: of the tickets that came in, those that the AI took part in and that
-- no person answered and nobody was handed, before they were first solved or to their
-- end.  N4 of N0.  A customer who gave up is contained.
CREATE VIEW contained_all AS SELECT *, n4 AS x FROM ladder

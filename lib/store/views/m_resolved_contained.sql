-- resolved_contained: of the tickets that the AI contained, those that ended without a
-- request for more help.  N5 of N4.
CREATE VIEW resolved_contained AS SELECT *, n5 AS x FROM ladder WHERE n4 = 1

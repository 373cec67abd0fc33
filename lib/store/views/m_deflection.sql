-- deflection: of the tickets that came in, those that the AI resolved without a
-- person: no person answered and it was not handed over (N4), and it ended without a
-- request for more help (N5).  Denominator: all tickets of the period (N0) of which
-- it is known who answered.  It says nothing of whether the answer was right: read it
-- beside verified_deflection.
CREATE VIEW deflection AS SELECT *, n5 AS x FROM ladder

-- eligible: of the tickets that came in, those for which the AI was switched on: in
-- their channel and segment, at their time.  N1 of N0.
-- Only people know that: a file with the columns since, until, channel and segment
-- says so to hs-metrics ladder --ai-on.  In the database itself it is not known.
CREATE VIEW eligible AS SELECT *, n1 AS x FROM ladder

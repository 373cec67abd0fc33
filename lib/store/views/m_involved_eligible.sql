-- involved_eligible: of the tickets for which the AI was switched on, those in which it
-- took part.  N2 of N1.  Not known without --ai-on, as eligible.
CREATE VIEW involved_eligible AS SELECT *, n2 AS x FROM ladder WHERE n1 = 1

-- demand: the tickets that came in: created in the period, and of the population
-- (the view population has who is left out).  N0, of itself.
CREATE VIEW demand AS SELECT *, 1 AS x FROM ladder

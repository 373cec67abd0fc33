-- facts: of the tickets that are being added alone.  The view ladder makes several
-- rungs of one fact, and would look each up anew.
DROP TABLE IF EXISTS temp.ladder;
DROP TABLE IF EXISTS temp.facts;
CREATE TEMP TABLE facts AS SELECT f.* FROM main.facts f WHERE 0;
CREATE TEMP TABLE ladder AS SELECT 0 AS win, l.* FROM main.ladder l WHERE 0

-- facts: of the tickets that are being added alone.  The view ladder makes several
-- rungs of one fact, and would look each up anew.  blind_source, correction: the views
-- as they are, looked up once.  They are asked for many times, and to know them takes
-- a look at every ticket.
DROP TABLE IF EXISTS temp.ladder;
DROP TABLE IF EXISTS temp.facts;
DROP TABLE IF EXISTS temp.blind_source;
DROP TABLE IF EXISTS temp.correction;
CREATE TEMP TABLE blind_source AS SELECT * FROM main.blind_source;
CREATE TEMP TABLE correction AS SELECT * FROM main.correction;
CREATE INDEX temp.correction_ticket ON correction (ticket);
CREATE TEMP TABLE facts AS SELECT f.* FROM main.facts f WHERE 0;
CREATE TEMP TABLE ladder AS SELECT 0 AS win, l.* FROM main.ladder l WHERE 0

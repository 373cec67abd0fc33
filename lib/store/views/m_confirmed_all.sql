-- confirmed_all: of the tickets that came in, those that the AI resolved without a
-- person and whose customer said so: in words, by a good rating of the AI, or by what
-- the vendor calls confirmed.  N6 of N0.
CREATE VIEW confirmed_all AS SELECT *, n6 AS x FROM ladder

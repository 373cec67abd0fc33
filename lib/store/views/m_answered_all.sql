-- answered_all: of the tickets that came in, those in which the AI gave at least one
-- substantive answer: no greeting, small talk, question back or refusal.  N3 of N0.
CREATE VIEW answered_all AS SELECT *, n3 AS x FROM ladder

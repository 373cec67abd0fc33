-- answered: of the tickets in which the AI took part, those in which it gave at least
-- one substantive answer.  N3 of N2.
-- Greetings, small talk, questions back and handovers are no answers.  Not known
-- without the AI's words, or before hs-tag has read them.
CREATE VIEW answered AS
SELECT *, n3 AS x FROM ladder WHERE n2 = 1

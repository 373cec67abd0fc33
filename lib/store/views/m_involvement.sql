-- involvement: of the tickets that came in, those in which the AI took part: it wrote
-- at least one public message, or handed over.  N2 of N0.
-- Denominator: every ticket created in the period, answered or not (vendors divide by
-- "new conversations", and leave out what no AI was offered; N1 is for that).
-- Not known, and in tickets but not in n: who answered is neither in messages nor said
-- by the vendor.
CREATE VIEW involvement AS
SELECT *, n2 AS x FROM ladder

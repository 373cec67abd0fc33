-- verified_deflection: of the tickets that came in, those that the AI resolved
-- without a person and that held: neither reopened nor written again by the same
-- requester of the same issue within seven days (N7), nor flagged by an agent as
-- answered wrongly.  Denominator: the tickets of the period of which that is known:
-- what the AI resolved less than seven days before the newest event is not in it.
CREATE VIEW verified_deflection AS
SELECT *, CASE WHEN n7 = 1 AND flagged THEN 0 ELSE n7 END AS x FROM ladder

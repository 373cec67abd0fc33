-- correct: of the tickets that the AI resolved without a person and of which reviewers
-- said whether its answer is correct, those in which it is.  N8 of N5.
-- Each reviewed ticket counts once, whatever stratum it was drawn from: where strata
-- were drawn unevenly read accuracy, which weighs them.
CREATE VIEW correct AS SELECT *, n8 AS x FROM ladder WHERE n5 = 1

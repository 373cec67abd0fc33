-- csat: of the customers who rated a ticket that people handled without the AI before
-- them, those who were satisfied: 4 or 5 of 5, good of good and bad.  The newest
-- rating counts, and none that is said to be of the AI.  n of tickets is the response
-- rate (csat_response): who answers is not who does not.  Some tools average points,
-- or take bad from good: other figures.  Never one rate with that of another path.
CREATE VIEW csat AS
SELECT *, satisfied AS x FROM ladder WHERE path IN ('human_only', 'human_to_ai')

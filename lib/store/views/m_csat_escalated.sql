-- csat_escalated: of the customers who rated a ticket that the AI handed to people,
-- those who were satisfied: 4 or 5 of 5, good of good and bad.  The newest rating
-- counts, and none that is said to be of the AI.  n of tickets is the response
-- rate (csat_escalated_response): who answers is not who does not.  Some tools
-- average points, or take bad from good: other figures.  Never one rate with that
-- of another path.
CREATE VIEW csat_escalated AS
SELECT *, satisfied AS x FROM ladder WHERE path = 'ai_to_human'

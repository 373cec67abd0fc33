-- ai_csat: of the customers who rated a ticket that the AI handled alone, those who
-- were satisfied: 4 or 5 of 5, good of good and bad.  The newest rating counts; one
-- that is said to be of the AI comes before one of the ticket.
-- Tickets of the path ai_only.  n of tickets is the response rate (ai_csat_response):
-- who answers is not who does not.  Never added up with csat: surveys are sent, and
-- answered, otherwise there.
CREATE VIEW ai_csat AS
SELECT *, ai_satisfied AS x FROM ladder WHERE path = 'ai_only'

INSERT INTO temp.frame (key, ticket, ceiling, stratum)
SELECT c.key, c.ticket, c.ceiling, 

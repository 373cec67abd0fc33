-- The selection becomes the population: what is excluded leaves it.  Of the selected
-- tickets alone, not of all that there are.
DELETE FROM sel WHERE ticket IN (SELECT s.ticket FROM sel s
	CROSS JOIN landscape l ON l.ticket = s.ticket
	WHERE l.excluded IS NOT NULL)

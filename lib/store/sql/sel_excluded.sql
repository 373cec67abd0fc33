-- The selection becomes the population: what is excluded leaves it.
DELETE FROM sel WHERE ticket IN (SELECT l.ticket FROM landscape l
	WHERE l.excluded IS NOT NULL)

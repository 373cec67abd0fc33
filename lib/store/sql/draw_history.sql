-- The strata of the newest review that says something of the ceiling.
SELECT c.name, c.ceiling, c.n, c.x FROM ceiling_stratum c
WHERE c.sample = (SELECT max(sample) FROM judged WHERE automate IS NOT NULL)
ORDER BY c.stratum

-- The strata of the newest review that says something of the ceiling; one that has
-- only begun takes nothing from one that is half done.
SELECT c.name, c.ceiling, c.n, c.x FROM ceiling_stratum c
WHERE c.sample = (SELECT s.id FROM sample s
	WHERE s.id IN (SELECT sample FROM judged WHERE automate IS NOT NULL)
	ORDER BY 2 * (SELECT count(DISTINCT v.ticket) FROM verdict v
			WHERE v.sample = s.id) >=
		(SELECT count(*) FROM sample_ticket t WHERE t.sample = s.id) DESC,
		s.id DESC LIMIT 1)
ORDER BY c.stratum

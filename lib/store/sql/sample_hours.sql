-- How a sample's frame was handled, by stratum and the tier of the tags; an
-- automate one of a stratum that is not of the ceiling was kept by people.
SELECT c.stratum, c.value, s.ceiling <> 'yes', c.n, c.handle_s, c.known, c.turns,
	c.missing, c.human
FROM sample_count c JOIN sample_stratum s USING (sample, stratum)
WHERE c.sample = ? AND c.dimension = 'tier' ORDER BY c.stratum, c.value

-- How a sample's frame was handled, by stratum and the tier its tickets counted in
-- when it was drawn: within a stratum either all or none count as automate.
SELECT c.stratum, c.value, s.ceiling <> 'yes', c.n, c.handle_s, c.known, c.turns,
	c.missing, c.human
FROM sample_count c JOIN sample_stratum s USING (sample, stratum)
WHERE c.sample = ? AND c.dimension = 'tier' ORDER BY c.stratum, c.value

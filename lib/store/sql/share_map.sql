SELECT printf('complexity=%s,emotion=%s,pattern=%s', m.complexity, m.emotion,
	m.pattern), s.ceiling, m.tickets, m.n, m.x
FROM map_stratum m JOIN sample_stratum s USING (sample, stratum)
WHERE m.sample = ?
ORDER BY m.complexity, m.emotion, m.pattern, m.stratum

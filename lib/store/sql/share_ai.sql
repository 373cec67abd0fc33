SELECT 'all', s.ceiling, a.tickets, a.n, a.x
FROM ai_stratum a JOIN sample_stratum s USING (sample, stratum)
WHERE a.sample = ? ORDER BY a.stratum

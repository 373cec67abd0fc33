SELECT 'all', s.ceiling, h.tickets, h.n, h.x
FROM headroom_stratum h JOIN sample_stratum s USING (sample, stratum)
WHERE h.sample = ? ORDER BY h.stratum

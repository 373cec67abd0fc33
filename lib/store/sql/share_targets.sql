SELECT t.issue, s.ceiling, t.tickets, t.n, t.x
FROM targets_stratum t JOIN sample_stratum s USING (sample, stratum)
WHERE t.sample = ? ORDER BY t.issue, t.stratum

SELECT i.issue, s.ceiling, i.tickets, i.n, i.x
FROM issue_stratum i JOIN sample_stratum s USING (sample, stratum)
WHERE i.sample = ? ORDER BY i.issue, i.stratum

SELECT 'all', ceiling, tickets, n, x FROM resolved_stratum
WHERE sample = ? ORDER BY stratum

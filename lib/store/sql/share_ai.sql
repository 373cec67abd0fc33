SELECT 'all', tickets, n, x FROM ai_stratum WHERE sample = ? ORDER BY stratum

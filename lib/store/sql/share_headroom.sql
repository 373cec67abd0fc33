SELECT 'all', tickets, n, x FROM headroom_stratum WHERE sample = ? ORDER BY stratum

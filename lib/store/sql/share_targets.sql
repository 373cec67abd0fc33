SELECT issue, tickets, n, x FROM targets_stratum WHERE sample = ?
ORDER BY issue, stratum

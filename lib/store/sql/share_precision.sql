SELECT issue, tickets, n, x FROM issue_stratum WHERE sample = ? ORDER BY issue, stratum

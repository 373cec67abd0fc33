SELECT stratum, place FROM sample_ticket WHERE sample = ? AND ticket = ?

SELECT stratum, ceiling, n FROM temp.frame_stratum ORDER BY stratum

SELECT sum(mature), sum(young), sum(blind), sum(seen) FROM headroom_stratum
WHERE sample = ?

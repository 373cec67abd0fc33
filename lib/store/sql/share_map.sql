SELECT printf('complexity=%s,emotion=%s,pattern=%s', complexity, emotion, pattern),
	tickets, n, x
FROM map_stratum WHERE sample = ?
ORDER BY complexity, emotion, pattern, stratum

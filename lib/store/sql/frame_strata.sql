SELECT stratum, CASE WHEN min(ceiling) = max(ceiling) THEN min(ceiling)
	ELSE 'mixed' END, count(*) FROM temp.frame GROUP BY stratum ORDER BY stratum

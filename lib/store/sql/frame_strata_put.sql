INSERT INTO temp.frame_stratum (stratum, ceiling, n)
SELECT stratum, CASE WHEN min(ceiling) = max(ceiling) THEN min(ceiling)
	ELSE 'mixed' END, count(*) FROM temp.frame GROUP BY stratum ORDER BY stratum

-- How the frame of a sample was tagged in a dimension: by value, commonest first.
SELECT value, stratum, n FROM (SELECT *, sum(n) OVER (PARTITION BY value) AS all_n
	FROM sample_count WHERE sample = ?1 AND dimension = ?2)
ORDER BY all_n DESC, value, stratum

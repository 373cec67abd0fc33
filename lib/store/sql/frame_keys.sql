SELECT key, stratum, ticket FROM temp.frame ORDER BY key

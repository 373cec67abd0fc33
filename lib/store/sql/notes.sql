SELECT id, at, text FROM note WHERE at >= ?1 AND at < ?2 ORDER BY at, id

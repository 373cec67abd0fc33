SELECT time, x, count(*) OVER () FROM temp.durable_km WHERE win = ?

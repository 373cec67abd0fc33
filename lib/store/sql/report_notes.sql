-- What happened in [?1, ?2), by its week as facts cut it.
SELECT date(n.at + coalesce((SELECT z.shift FROM zone z WHERE z.since <= n.at
		ORDER BY z.since DESC LIMIT 1), 0), 'unixepoch', 'weekday 0',
		'-6 days'), n.text
FROM note n WHERE n.at >= ?1 AND n.at < ?2 ORDER BY n.at, n.id

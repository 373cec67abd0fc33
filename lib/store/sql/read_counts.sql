SELECT coalesce(sum(read), 0),
	coalesce(sum(updated + unchanged + older), 0),
	coalesce(sum(rejected + skipped), 0)
FROM import_run WHERE kind = 'ticket'

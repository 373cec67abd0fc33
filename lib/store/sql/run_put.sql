INSERT INTO import_run (source, kind, read, new, updated, unchanged, older,
	rejected, skipped) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)

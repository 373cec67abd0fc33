INSERT OR IGNORE INTO dirty_other (kind, id) VALUES (?, ?)

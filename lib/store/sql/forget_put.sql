INSERT OR IGNORE INTO forget (source, who) VALUES (?, ?)

INSERT OR IGNORE INTO dirty (ticket) VALUES (?)

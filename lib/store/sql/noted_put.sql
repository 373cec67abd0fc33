INSERT OR IGNORE INTO noted (ticket) VALUES (?)

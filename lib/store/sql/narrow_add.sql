INSERT OR IGNORE INTO narrow (ticket) VALUES (?)

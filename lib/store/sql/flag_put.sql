INSERT OR IGNORE INTO flag_tag (name) VALUES (lower(?))

INSERT OR IGNORE INTO sel (ticket) SELECT ticket FROM saved

INSERT OR IGNORE INTO sel (ticket) SELECT id FROM ticket WHERE stub = 0

INSERT OR REPLACE INTO signature (ticket, message, bytes) VALUES (?, ?, ?)

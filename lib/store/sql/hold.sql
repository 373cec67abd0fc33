INSERT INTO held (key, line, text) VALUES (?, ?, ?)

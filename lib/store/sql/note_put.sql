INSERT INTO note (at, text) VALUES (?, ?)

INSERT INTO zone (since, shift) VALUES (?, ?)

INSERT INTO source (name, vendor, account) VALUES (?, ?, ?)

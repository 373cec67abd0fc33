INSERT INTO ruleset_file (ruleset, seq, name, asked, text) VALUES (?, ?, ?, ?, ?)

INSERT INTO account (source, ext_id) VALUES (?, ?)

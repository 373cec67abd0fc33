INSERT INTO ticket (source, ext_id, stub) VALUES (?, ?, 1)

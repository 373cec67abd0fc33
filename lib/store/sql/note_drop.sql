DELETE FROM note WHERE id = ?

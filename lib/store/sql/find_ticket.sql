SELECT coalesce(joined, id) FROM ticket WHERE source = ? AND ext_id = ?

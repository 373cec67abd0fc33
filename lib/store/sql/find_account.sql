SELECT id FROM account WHERE source = ? AND ext_id = ?

UPDATE model SET used = 0 WHERE dimension = ?

UPDATE source SET account = ? WHERE id = ? AND account IS NULL

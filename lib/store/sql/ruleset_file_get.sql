SELECT name, text FROM ruleset_file WHERE ruleset = ? AND asked = ? LIMIT 1

SELECT key, line, text FROM held ORDER BY key, line

INSERT INTO temp.ai_on (since, until, channel, segment) VALUES (?, ?, ?, ?)

INSERT OR REPLACE INTO answer (ruleset, ticket, message, role, durable, issue)
VALUES (?, ?, ?, ?, ?, ?)

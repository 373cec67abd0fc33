INSERT OR REPLACE INTO model_guess (model, ticket, fold, value, p, sure)
VALUES (?, ?, ?, ?, ?, ?)

INSERT INTO verdict (sample, ticket, reviewer, tier, kept) VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET tier = excluded.tier, kept = excluded.kept

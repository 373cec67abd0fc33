INSERT INTO sample_keep (sample, issue) SELECT DISTINCT s.id, k.issue
FROM sample s JOIN keep_issue k ON k.ruleset = s.ruleset WHERE s.id = ?

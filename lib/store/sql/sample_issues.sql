SELECT v.value FROM sample s JOIN ruleset_value v ON v.ruleset = s.ruleset
WHERE s.id = ? AND v.dimension = 'issue' ORDER BY v.idx

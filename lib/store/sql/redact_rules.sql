-- The files of the rule set that tags are by: words that are nobody's name.
SELECT f.text FROM ruleset r JOIN ruleset_file f ON f.ruleset = r.id
WHERE r.active = 1

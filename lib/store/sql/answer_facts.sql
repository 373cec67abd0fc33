UPDATE answer SET cluster = ?3, size = ?4, share = ?5, kept = ?6
WHERE ruleset = ?1 AND ticket = ?2

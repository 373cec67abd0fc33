SELECT * FROM rule_facts LIMIT 0

SELECT id FROM ruleset WHERE active = 1

SELECT DISTINCT issue FROM keep_issue WHERE ruleset = (SELECT id FROM ruleset WHERE active = 1)

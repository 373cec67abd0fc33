SELECT value, count(*) OVER () FROM ruleset_value
WHERE ruleset = ? AND dimension = 'issue' ORDER BY value

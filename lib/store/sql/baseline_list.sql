SELECT name, since, until, filter, ruleset FROM baseline ORDER BY since, name

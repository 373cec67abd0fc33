SELECT group_concat(name, ', ') FROM (SELECT name FROM sample ORDER BY id)

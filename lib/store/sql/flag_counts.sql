-- How many tickets each tag flags.
SELECT f.name, (SELECT count(*) FROM flag v WHERE v.tag = f.name)
FROM flag_tag f ORDER BY f.name

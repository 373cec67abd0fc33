-- The selection becomes what a window counts.
DELETE FROM sel WHERE ticket NOT IN (SELECT ticket FROM temp.ladder WHERE win = 1)

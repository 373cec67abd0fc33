DROP TABLE IF EXISTS temp.ladder;
CREATE TEMP TABLE ladder AS SELECT 0 AS win, l.* FROM main.ladder l WHERE 0

INSERT INTO temp.ladder SELECT ?1, r.* FROM temp.rungs r

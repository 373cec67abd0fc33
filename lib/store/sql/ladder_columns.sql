SELECT * FROM temp.ladder

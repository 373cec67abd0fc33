SELECT count(*) FROM sel

UPDATE ticket SET rev = rev + 1 WHERE id IN (SELECT ticket FROM sel)

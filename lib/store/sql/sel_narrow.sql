DELETE FROM sel WHERE ticket NOT IN (SELECT ticket FROM narrow)

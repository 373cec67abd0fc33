UPDATE suggestion SET edit = ?2, outcome = ?3 WHERE id = ?1

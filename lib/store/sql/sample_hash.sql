UPDATE sample SET frame = ?2 WHERE id = ?1

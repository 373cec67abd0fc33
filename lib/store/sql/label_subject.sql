SELECT subject FROM ticket WHERE id = ?

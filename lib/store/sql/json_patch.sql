SELECT json_patch(?, ?)

SELECT 1 FROM sample_keep WHERE sample = ? AND issue = ?

SELECT id, hash, dimension, bytes FROM model WHERE used = 1
ORDER BY dimension

SELECT max(newest) FROM source

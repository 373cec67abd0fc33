SELECT 1 FROM pragma_table_info('tickets') WHERE name = ?

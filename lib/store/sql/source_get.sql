SELECT id, vendor, account FROM source WHERE name = ?

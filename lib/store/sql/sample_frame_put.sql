INSERT INTO sample_frame (sample, ticket, stratum) VALUES (?, ?, ?)

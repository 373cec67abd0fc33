-- A ticket that a colleague played.
INSERT INTO played (ticket, journey) VALUES (?1, ?2)
ON CONFLICT DO UPDATE SET journey = excluded.journey

-- What the generator of a demo meant, as the sheet that a reviewer of the tickets
-- in the file keys fills in.  Where it meant nothing, nobody can tell.
CREATE TABLE line (j TEXT);
CREATE TABLE drawn (key TEXT PRIMARY KEY);
.mode ascii
.separator "\037" "\n"
.import truth.ndjson line
.import keys drawn
.headers on
.mode csv
.once reviewed.csv
SELECT d.key, 'generator' AS reviewer,
	coalesce(j ->> 'complexity', 'unclear') AS complexity,
	coalesce(j ->> 'emotion', 'unclear') AS emotion,
	coalesce(j ->> 'pattern', 'unclear') AS pattern
FROM drawn d JOIN line ON j ->> 'key' = d.key ORDER BY d.rowid;

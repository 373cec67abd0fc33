#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: compressed files, archives, directories of them, and charsets.
. "$(dirname "$0")/tap.sh"

ids='SELECT group_concat(ext_id) FROM (SELECT ext_id FROM ticket ORDER BY ext_id)'

cat > a.ndjson <<'END'
{"id":1,"subject":"a","status":"open"}
{"id":2,"subject":"b","status":"open"}
END
printf 'id,subject\n3,c\n4,d\n' > b.csv

t_case 'one compressed file'
gzip -c a.ndjson > a.gz
zstd -q -c a.ndjson > a.zst
xz -c a.ndjson > a.xz
bzip2 -c a.ndjson > a.bz2
for t_f in a.gz a.zst a.xz a.bz2; do
	t_run hs-import -d "$t_f.db" "$t_f"
	t_status 0
	t_err_is < /dev/null
	t_sql "$t_f.db" "$ids" "$t_f" <<'END'
1,2
END
	t_run hs-import -d "$t_f.in.db" - < "$t_f"
	t_status 0
	head -c 1000000 "$t_f" | hs-import -d "$t_f.pipe.db" - > pipe.out
	t_sql "$t_f.pipe.db" "$ids" "$t_f from a pipe" <<'END'
1,2
END
done
cat a.gz a.gz > twice.gz
t_run hs-import -d twice.db -c kind,read twice.gz
t_out <<'END'
kind	read
ticket	4
END

t_case 'archives: what looks like an export is read, the rest is not'
mkdir -p in/sub in/__MACOSX
cp a.ndjson in/sub/a.ndjson
cp b.csv in/b.csv
printf 'not a table, "broken\n' > in/README.md
printf 'id\n99\n' > in/__MACOSX/._b.csv
printf 'id\n98\n' > in/__MACOSX/b.csv
gzip -c a.ndjson > in/again.json.gz
(cd in && zip -q -r ../in.zip . && tar -cf ../in.tar . && tar -czf ../in.tgz .)
for t_f in in.zip in.tar in.tgz; do
	t_run hs-import -d "$t_f.db" "$t_f"
	t_status 0
	t_err_is < /dev/null
	t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	6	4	0	2	0	0	0
END
	t_sql "$t_f.db" "$ids" "$t_f" <<'END'
1,2,3,4
END
	head -c 1000000 "$t_f" | hs-import -d "$t_f.pipe.db" - > pipe.out
	t_sql "$t_f.pipe.db" "$ids" "$t_f from a pipe" <<'END'
1,2,3,4
END
done

t_case 'a bad record in a member is named'
printf '{"id":5,"subject":"e"}\n{"id":6' > in/sub/c.json
(cd in && zip -q ../bad.zip sub/c.json b.csv)
t_run hs-import -d bad.db bad.zip
t_status 3
t_err_is <<'END'
hs-import: bad.zip:sub/c.json:2: bad JSON: parse error: premature EOF
END
t_sql bad.db "$ids" <<'END'
3,4,5
END

t_case 'a member says which ticket its comments are of'
mkdir c7
printf '{"comments":[{"id":9,"type":"Comment","author_id":1,"body":"x","public":true,"created_at":"2026-01-01T00:00:00Z"}]}' > c7/1001.json
(cd c7 && zip -q ../comments-7.zip 1001.json)
bzip2 -c c7/1001.json > 1002.json.bz2
t_run hs-import -d com.db --as zendesk:comment comments-7.zip 1002.json.bz2
t_sql com.db "$ids" <<'END'
1001,1002
END

t_case 'a directory holds archives'
mkdir dir
cp in.zip dir/x.zip
cp a.gz dir/a.json.gz
t_run hs-import -d dir.db dir
t_status 0
t_sql dir.db "$ids" <<'END'
1,2,3,4
END

t_case 'a spreadsheet is no archive of exports'
mkdir -p xl/xl
printf '<x/>' > 'xl/[Content_Types].xml'
printf '<x/>' > xl/xl/workbook.xml
printf 'id\n1\n' > xl/xl/z.csv
(cd xl && zip -q ../book.xlsx '[Content_Types].xml' xl/workbook.xml xl/z.csv)
t_run hs-import -d xl.db book.xlsx b.csv
t_status 3
t_err_is <<'END'
hs-import: book.xlsx: this is a spreadsheet: save it as CSV UTF-8, or export CSV
END
t_sql xl.db "$ids" 'what stands beside it is read' <<'END'
3,4
END
printf '\320\317\021\340\241\261\032\341xxxxxxxx' > old.xls
t_run hs-import -d xls.db old.xls
t_status 3
t_err 'old.xls:1: this is an Excel workbook: save it as CSV UTF-8'

t_case 'nothing in it'
(cd in && zip -q ../none.zip README.md)
t_run hs-import -d none.db none.zip
t_status 3
t_err 'none.zip: nothing in it looks like an export'
: | gzip -c > empty.gz
: | bzip2 -c > empty.bz2
t_run hs-import -d empty.db empty.gz empty.bz2
t_status 0
t_err_is < /dev/null
printf 'BZh,id,subject\nx,1,a\n' > header.csv
t_run hs-import -d header.db header.csv
t_status 0
t_sql header.db "$ids" 'a header is no bzip2' <<'END'
1
END

t_case 'encrypted'
zip -q -P secret enc.zip a.ndjson
zip -q enc.zip b.csv
t_run hs-import -d enc.db enc.zip
t_status 3
t_err_is <<'END'
hs-import: enc.zip:a.ndjson: encrypted: unpack it with its password first
END
t_sql enc.db "$ids" 'the others are read' <<'END'
3,4
END

t_case 'cut short'
awk 'BEGIN { srand(1); for (i = 1; i <= 30000; i++)
	printf "{\"id\":%d,\"subject\":\"%d %d\"}\n", i, rand() * 1e9, rand() * 1e9 }' > long.ndjson
gzip -c long.ndjson > long.gz
zip -q long.zip long.ndjson
tar -cf long.tar long.ndjson
for t_f in long.gz long.zip long.tar; do
	head -c 400000 "$t_f" > "cut.$t_f"
	t_run hs-import -d "$t_f.db" "cut.$t_f"
	t_status 3
	t_err "cut.$t_f:.*damaged: .*: what came before is read"
	t_ok test "$(sqlite3 "$t_f.db" 'SELECT count(*) FROM ticket')" -gt 7000
	t_sql "$t_f.db" 'SELECT max(CAST(ext_id AS INTEGER)) = count(*) FROM ticket' <<'END'
1
END
done
printf '\037\213garbage' > garbage.gz
t_run hs-import -d garbage.db garbage.gz b.csv
t_status 3
t_err '^hs-import: garbage.gz: '
t_sql garbage.db "$ids" <<'END'
3,4
END

t_case 'a bomb: one endless line'
{ head -c 70000000 /dev/zero; printf '\n'; } > zero.csv
zip -q bomb.zip zero.csv b.csv
rm zero.csv
t_run hs-import -d bomb.db bomb.zip
t_status 3
t_err 'bomb.zip:zero.csv:1: line over 67108864 bytes'
t_sql bomb.db "$ids" <<'END'
3,4
END

t_case 'UTF-16'
printf 'id\tsubject\r\n1\tZo\303\253 \360\237\244\226\r\n2\tna\303\257ve\r\n' > u.tsv
for t_f in UTF-16LE UTF-16BE; do
	{ printf '\357\273\277'; cat u.tsv; } | iconv -f UTF-8 -t "$t_f" > "$t_f.txt"
	t_run hs-import -d "$t_f.db" "$t_f.txt"
	t_status 0
	t_err_is < /dev/null
	t_sql "$t_f.db" 'SELECT ext_id, subject FROM ticket' <<'END'
1|Zoë 🤖
2|naïve
END
	iconv -f UTF-8 -t "$t_f" a.ndjson > "$t_f.json"
	t_run hs-import -d "$t_f.json.db" "$t_f.json"
	t_status 0
	t_sql "$t_f.json.db" "$ids" "$t_f, no mark" <<'END'
1,2
END
done
{ printf '\377\376'; printf 'id,subject\n1,x' | iconv -t UTF-16LE
	printf '\000\330'; printf 'y\n' | iconv -t UTF-16LE; printf 'z'; } > lone.csv
t_run hs-import -d lone.db lone.csv
t_status 3
t_err '^hs-import: lone.csv: 2 characters that are none became U\+FFFD'
t_sql lone.db 'SELECT subject FROM ticket' <<'END'
x�y
END

t_case 'Windows-1252'
printf 'id,subject\n1,caf\351 \200 5\n2,\223quoted\224\n3,plain\n' > cp.csv
t_run hs-import -d cp.db cp.csv
t_status 0
t_err_is <<'END'
hs-import: cp.csv: not UTF-8: 4 characters are read as Windows-1252
END
t_sql cp.db 'SELECT subject FROM ticket' <<'END'
café € 5
“quoted”
plain
END
# far into the file, and in pieces
awk 'BEGIN { print "id,subject"; for (i = 1; i < 40000; i++) print i ",plain" }' > far.csv
printf '40000,caf\351\n' >> far.csv
head -c 1000000 far.csv | hs-import -d far.db - 2> far.err > far.out
t_ok grep -q 'not UTF-8: 1 characters' far.err
t_sql far.db 'SELECT subject FROM ticket WHERE ext_id = 40000' <<'END'
café
END
printf 'id,subject\n1,\303\251 and \351\n' > mixed.csv
t_run hs-import -d mixed.db mixed.csv
t_status 0
t_err_is <<'END'
hs-import: mixed.csv: 1 texts have bytes that are not UTF-8, or NUL: they became U+FFFD
END
printf 'id,subject\n1,\201\n' > undefined.csv
t_run hs-import -d undefined.db undefined.csv
t_err 'undefined.csv: 1 texts have bytes'

t_case 'what lies about in a folder is left alone'
mkdir about
printf 'Permission is granted,\nfree of charge\n' > about/LICENSE
printf '{"id":1,"subject":"a"}\n' > about/dump
t_run hs-import -d about.db about
t_status 0
t_sql about.db 'SELECT ext_id FROM ticket' <<'END'
1
END
t_run hs-import -d about.db about/LICENSE
t_status 3

t_done

#!/bin/sh
# shellcheck shell=sh source=tap.sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hs-import: after a bad quote or a record cut short the next sound record is
# found; what is lost is little, and named.
. "$(dirname "$0")/tap.sh"

# rows N AT TEXT: a table of N rows, of which row AT is TEXT
rows() {
	awk -v n="$1" -v at="$2" -v text="$3" 'BEGIN {
		print "id,subject,status,note"
		for (i = 1; i <= n; i++)
			if (i == at)
				print text
			else
				printf "%d,\"row, %d\",open,n%d\n", i + 1000, i, i
	}'
}

# The same with cells of several lines, and nothing quoted in between.
long_rows() {
	awk -v n="$1" -v at="$2" -v text="$3" 'BEGIN {
		print "id,subject,status,note"
		for (i = 1; i <= n; i++)
			if (i == at)
				print text
			else
				printf "%d,row %d,open,\"Hello,\n\nit is 7, or 8, or 9, who knows\n%d, rue de la Paix\nthe \"\"end\"\"\"\n", i + 1000, i, i
	}'
}

plain_rows() {
	rows "$@" | sed 's/^\([0-9]*\),"row, \([0-9]*\)"/\1,row \2/'
}

# All but the row named are in, once, and it is named.
one_lost() { # FILE
	rm -f x.db
	t_run hs-import -q -d x.db "$1"
	t_status 3
	t_sql x.db "SELECT count(*), count(DISTINCT ext_id),
	    sum(status = 'open'), max(length(subject)) < 20 FROM ticket" \
	    "$1: all but one" <<END
$2|$2|$2|1
END
}

t_case 'a quote that is not closed, between quoted cells'
rows 2000 500 '1500,"two,open,n' > a.csv
one_lost a.csv 1999
t_err_is <<'END'
hs-import: a.csv:501: bad CSV: a quote inside a cell, or text after a closing quote: try --lenient
END

t_case 'where no other cell has quotes'
plain_rows 2000 500 '1500,"two,open,n' > b.csv
one_lost b.csv 1999
t_err_is <<'END'
hs-import: b.csv:501: bad CSV: a quote is not closed: try --lenient
END
plain_rows 900 500 '1500,"two,open,n' > b2.csv
one_lost b2.csv 899
t_err_is <<'END'
hs-import: b2.csv:501: bad CSV: the file ends inside a quoted cell: try --lenient
END
plain_rows 200000 500 '1500,"two,open,n' > b3.csv
one_lost b3.csv 199999

t_case 'where it happens to be closed much later'
{
	plain_rows 700 500 '1500,"two,open,n'
	printf '2001,last",open,n\n2002,"row, last",open,n\n'
} > c.csv
rm -f x.db
t_run hs-import -q -d x.db c.csv
t_status 3
t_err_is <<'END'
hs-import: c.csv:501: bad CSV: a quote is not closed: try --lenient
hs-import: c.csv:702: bad CSV: a quote inside a cell, or text after a closing quote: try --lenient
END
t_sql x.db "SELECT count(*), max(length(subject)) < 20 FROM ticket" <<'END'
700|1
END
awk 'BEGIN { print "id,subject"; print "1,\"one"
	for (i = 2; i < 400; i++) print i ",row " i
	print "400,end\""; print "401,row" }' > c2.csv
rm -f x.db
t_run hs-import -q -d x.db c2.csv
t_status 3
t_sql x.db "SELECT count(*), max(length(subject)) < 20 FROM ticket" \
    'though the cells are as many as they should be' <<'END'
399|1
END

t_case 'between cells of many lines'
long_rows 1000 500 '1500,"two,open,n' > d.csv
one_lost d.csv 999
long_rows 1000 500 '1500,two",open,n' > d2.csv
one_lost d2.csv 999
long_rows 1000 500 '1500,two,open,"Hello,
a "quoted" word,
and, a line, with, commas
12, rue de la Paix
bye"' > d3.csv
one_lost d3.csv 999
t_err_is <<'END'
hs-import: d3.csv:2497: bad CSV: a quote inside a cell, or text after a closing quote: try --lenient: lines 2497-2501 are not read
END
rm -f x.db
t_run hs-import -q -d x.db --lenient d3.csv
t_status 0
t_sql x.db "SELECT count(*), json_extract(fields, '$.note') FROM ticket
    WHERE ext_id = 1500" '--lenient reads it whole' <<'END'
1|Hello,
a "quoted" word,
and, a line, with, commas
12, rue de la Paix
bye
END

t_case 'a record cut in a cell, and others behind it'
long_rows 1000 500 '1500,two,open,"Hello,
it is' > e.csv
one_lost e.csv 999
long_rows 30 30 '1500,two,open,"Hello,

it is' > e2.csv
one_lost e2.csv 29
t_err_is <<'END'
hs-import: e2.csv:147: bad CSV: the file ends inside a quoted cell: try --lenient: lines 147-149 are not read
END

t_case 'every tenth row broken'
rows 5000 0 '' | awk 'NR % 10 == 7 { sub(/",open/, ",open") } { print }' > f.csv
rm -f x.db
t_run hs-import -q -d x.db f.csv
t_status 3
t_sql x.db "SELECT count(*), max(length(subject)) < 20 FROM ticket" <<'END'
4500|1
END
t_out <<'END'
kind	read	new	updated	unchanged	older	rejected	skipped
ticket	5000	4500	0	0	0	500	0
END

t_case 'ids that are not numbers'
rows 2000 500 '1500,"two,open,n' | sed 's/^1/TK-a1/;s/^2/TK-b2/' > g.csv
one_lost g.csv 1999

t_case 'the first row is the broken one'
long_rows 50 1 '1001,"two,open,n' > h.csv
one_lost h.csv 49

t_case 'a long cell is read whole'
{
	printf 'id,subject,status,note\n1,a,open,n\n2,b,open,"'
	awk 'BEGIN { for (i = 1; i <= 5000; i++)
		print "line " i ", with, many, commas and ""words""" }' |
	    sed 's/"/""/g'
	printf '"\n3,c,open,"'
	awk 'BEGIN { for (i = 1; i <= 15; i++)
		print i + 100 ",looks like,a row,of the table" }'
	printf '"\n4,d,open,n\n'
} > long.csv
t_run hs-import -d long.db long.csv
t_status 0
t_sql long.db "SELECT ext_id, length(json_extract(fields, '$.note')) -
    length(replace(json_extract(fields, '$.note'), char(10), ''))
    FROM ticket ORDER BY id" 'line feeds in the cell' <<'END'
1|0
2|4999
3|14
4|0
END

t_case 'a cell larger than --max-record, in little memory'
{
	printf 'id,subject,status,note\n1,a,open,n\n2,b,open,"'
	yes 'a line, of a mail, that says ""much""' | head -n 2500000
	printf '"\n3,c,open,n\n4,"d",open,n\n'
} > huge.csv
{
	printf 'id,subject,status,note\n1,a,open,n\n2,b,open,"'
	head -c 90000000 /dev/zero | tr '\000' x
	printf '"\n3,c,open,n\n4,"d",open,n\n'
} > line.csv
{
	printf 'id,subject,status,note\n1,a,open,n\n2,b,open,"'
	head -c 90000000 /dev/zero | tr '\000' x
	printf '\nand "\n3,c,open,n\n4,"d",open,n\n'
} > both.csv
{
	printf 'id,subject,status,note\n1,a,open,n\n2,b,open,"'
	head -c 90000000 /dev/zero | tr '\000' x
	printf '\n3,c,open,n\n4,"d",open,n\n5,e,open,n\n6,f,open,n\n'
} > unclosed.csv
# sanitizers reserve more address space than there is
limit='ulimit -v 200000;'
case $(nm "$(command -v hs-import)" 2> nm.err) in
*asan*) limit= ;;
esac
for f in huge line both; do
	t_run sh -c "$limit exec hs-import -q -d $f.db \\
	    --max-record 1000000 $f.csv"
	t_status 3
	t_sql $f.db 'SELECT group_concat(ext_id) FROM ticket' \
	    "$f.csv: what stands around it is in" <<'END'
1,3,4
END
	t_ok test "$(wc -l < "$T_STATE/err")" -eq 1
done
t_err '^hs-import: both.csv:3: record over 1000000 bytes: raise --max-record: lines 3-4 are not read$'
t_run hs-import -q -d unclosed.db --max-record 1000000 unclosed.csv
t_status 3
t_sql unclosed.db 'SELECT group_concat(ext_id) FROM ticket' <<'END'
1,3,4,5,6
END
rm -f ./*.csv

t_done

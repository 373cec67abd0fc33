# Turn SQL files into a C table {name, text}: the name is the path below
# lib/store without .sql.  Comments are dropped except in views, whose
# definition is their comment.
function flush_file() {
	if (open)
		printf "\t},\n"
	open = 0
}
FNR == 1 {
	flush_file()
	name = FILENAME
	sub(/^.*lib\/store\//, "", name)
	sub(/\.sql$/, "", name)
	printf "\t{ \"%s\",\n", name
	open = 1
	view = name ~ /^views\//
}
{
	line = $0
	if (!view && line ~ /^[ \t]*--/)
		next
	gsub(/\\/, "\\\\", line)
	gsub(/"/, "\\\"", line)
	printf "\t\t\"%s\\n\"\n", line
}
BEGIN {
	print "/* Made by embed.awk from the .sql files; do not edit. */"
	print "static const struct hd_sql sql_table[] = {"
}
END {
	flush_file()
	print "};"
}

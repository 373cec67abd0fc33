# Turn a style sheet into a C string, without comments and indentation.
BEGIN {
	print "/* Made by embed.awk from report.css; do not edit. */"
	print "static const char report_css[] ="
}
/^[ \t]*\/\*/ { comment = 1 }
!comment && NF > 0 {
	gsub(/\\/, "\\\\")
	gsub(/"/, "\\\"")
	sub(/^[ \t]+/, "")
	printf "\t\"%s\\n\"\n", $0
}
/\*\/[ \t]*$/ { comment = 0 }
END { print "\t;" }

# shellcheck shell=sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the timings share, read by each script in its folder of work.  A set is
# a file of runs, one a line: name, seconds, seconds of all cores, KB at most.

[ -x /usr/bin/time ] || {
	echo 'bench: /usr/bin/time is missing (package time)' >&2
	exit 4
}

# Seconds mean little where others work: how many do.
busy() {
	printf '%s cores, load %s\n' "$(nproc)" \
	    "$(uptime | sed 's/.*average[s]*: //')"
}

start_set() {
	: >runs.txt
	: >left.txt
}

# run NAME COMMAND...: once more in the set
run() {
	name=$1
	shift
	if /usr/bin/time -q -o time.txt -f '%e %U %S %M' "$@" >out.txt 2>err.txt; then
		awk -v name="$name" -v OFS='\t' \
		    '{ print name, $1, $2 + $3, $4 }' time.txt >>runs.txt
	else
		printf '%s\tfailed: %s\n' "$name" "$(head -n 1 err.txt)" \
		    >>left.txt
	fi
	rm -f out.txt
}

# peer NAME COMMAND...: the same if the command is there, else it is named
peer() {
	if command -v "$2" >which.txt; then
		run "$@"
	else
		printf '%s\tleft out: %s is not installed\n' "$1" "$2" \
		    >>left.txt
	fi
}

# medians: the runs of the set, each name once, in the order they came
medians() {
	awk -F '\t' -v OFS='\t' '
	function median(list, n, i, j, v, x) {
		n = split(list, x, " ")
		for (i = 2; i <= n; i++)
			for (j = i; j > 1 && x[j] + 0 < x[j - 1] + 0; j--) {
				v = x[j]
				x[j] = x[j - 1]
				x[j - 1] = v
			}
		return n % 2 ? x[(n + 1) / 2] : (x[n / 2] + x[n / 2 + 1]) / 2
	}
	!($1 in wall) { names[++n] = $1 }
	{
		wall[$1] = wall[$1] " " $2
		cpu[$1] = cpu[$1] " " $3
		kb[$1] = kb[$1] " " $4
	}
	END {
		for (i = 1; i <= n; i++)
			print names[i], median(wall[names[i]]),
			    median(cpu[names[i]]), median(kb[names[i]])
	}' runs.txt
}

# compare FILE: the set, done on that file, beside its first
compare() {
	medians >medians.txt
	awk -F '\t' -v bytes="$(wc -c <"$1")" '
	NR == 1 {
		printf "  %-30s%8s%8s%8s%9s%8s\n", "", "s", "MB/s", "CPU s",
		    "peak MB", "ratio"
		first = $2 > 0 ? $2 : 0.01
	}
	{
		printf "  %-30s%8.2f%8.0f%8.2f%9.0f%8.2f\n", $1, $2,
		    bytes / 1e6 / ($2 > 0 ? $2 : 0.01), $3, $4 * 1.024e-3,
		    $2 / first
	}' medians.txt
	sort -u left.txt | awk -F '\t' '{ printf "  %-30s  %s\n", $1, $2 }'
}

# figure NAME COLUMN: from the medians (2 s, 3 CPU s, 4 KB), or nothing
figure() {
	awk -F '\t' -v name="$1" -v col="$2" '$1 == name { print $col }' \
	    medians.txt
}

# target TEXT VALUE UNIT (under|over) BOUND: said as it is
target() {
	awk -v text="$1" -v v="$2" -v unit="$3" -v how="$4" -v bound="$5" 'BEGIN {
		if (v == "")
			said = "not measured"
		else {
			v += 0
			bound += 0
			met = how == "under" ? v <= bound : v >= bound
			said = sprintf("%s (%.2f%s)", met ? "met" : "not met",
			    v, unit)
		}
		printf "  target: %s: %s\n", text, said
	}'
}

ratio() { # A B
	[ -z "$1" ] || [ -z "$2" ] ||
	    awk -v a="$1" -v b="$2" 'BEGIN { print a / (b > 0 ? b : 0.01) }'
}

# per_second FILE SECONDS: MB/s
per_second() {
	ratio "$(wc -c <"$1" | awk '{ print $1 / 1e6 }')" "$2"
}

megabytes() { # KB
	[ -z "$1" ] || awk -v kb="$1" 'BEGIN { print kb * 1.024e-3 }'
}

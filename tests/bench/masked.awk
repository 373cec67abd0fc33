# SPDX-License-Identifier: GPL-3.0-or-later
# Conversations with placeholders: of each "body" of a line of JSON, addresses,
# numbers and what has a digit in it become one word each, so do words that begin
# with a capital inside a sentence, and words of shops and journeys.  What is left
# is how people talk; a figure that hangs on the rest would not survive this.

# One word w; first: it begins a sentence.
function placeholder(w, first) {
	if (w ~ /[0-9]/)
		return w ~ /@/ ? "EMAIL" : w ~ /^[0-9.,:]+$/ ? "7" : "CODE"
	if (tolower(w) in shop)
		return "thing"
	if (!first && w ~ /^[A-Z][a-z]/)
		return "Name"
	return w
}

function body(s,	out, first, w, c) {
	out = ""
	first = 1
	while (s != "") {
		if (match(s, /^(\\u[0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F]|\\.)/)) {
			out = out substr(s, 1, RLENGTH)
			if (substr(s, 2, 1) == "n")
				first = 1
			s = substr(s, RLENGTH + 1)
		} else if (match(s, /^[A-Za-z0-9_#@][A-Za-z0-9_@.:,'-]*/)) {
			w = substr(s, 1, RLENGTH)
			while (w ~ /[.,:'-]$/)
				w = substr(w, 1, length(w) - 1)
			out = out placeholder(w, first)
			first = 0
			s = substr(s, length(w) + 1)
		} else {
			c = substr(s, 1, 1)
			out = out c
			if (c ~ /[.!?]/)
				first = 1
			s = substr(s, 2)
		}
	}
	return out
}

BEGIN {
	n = split("order orders item items product products return returns returned returning exchange exchanges " \
	    "exchanged refund refunds refunded delivery delivered shipping shipped package parcel cart card cards gift " \
	    "store shop size color colour price prices payment payments paypal visa mastercard credit laptop tablet " \
	    "phone camera shoes boots shirt jacket watch lamp desk chair bottle helmet keyboard mouse speaker headphones " \
	    "puzzle skateboard bicycle grill kettle luggage backpack hose cleaner purifier flight flights airline " \
	    "airport reservation reservations booking bookings booked book ticket tickets passenger passengers cabin " \
	    "economy business baggage bag bags insurance seat seats travel trip certificate certificates voucher " \
	    "vouchers membership member gold silver regular nonstop layover cancel canceled cancelled cancellation " \
	    "upgrade downgrade address account profile zip email", v, " ")
	for (i = 1; i <= n; i++)
		shop[v[i]] = 1
}

{
	line = $0
	while ((i = index(line, "\"body\": \"")) > 0) {
		printf "%s", substr(line, 1, i + 8)
		line = substr(line, i + 9)
		end = match(line, /^([^"\\]|\\.)*"/) ? RLENGTH : length(line)
		printf "%s", body(substr(line, 1, end - 1))
		line = substr(line, end)
	}
	print line
}

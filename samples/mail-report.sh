#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The month by mail: mail-report.sh ADDRESS [option of hs-report monthly ...]
# Text is the body, the page an attachment: mail programs show no charts.  Any
# sendmail does, that of Postfix, Exim, OpenSMTPD or msmtp; $SENDMAIL names another.
set -eu
to=$1
shift
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
status=0
hs-report monthly "$@" -f html -o "$dir/report.html" || status=$?
[ "$status" -le 1 ] || [ "$status" -eq 3 ] || exit "$status"
hs-report monthly "$@" -q -f text -o "$dir/report.txt" || :
title=$(head -n 1 "$dir/report.txt")
[ "$status" -ne 1 ] || title="Past a limit: $title"
${SENDMAIL:-sendmail -t} <<END
To: $to
Subject: $title
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=part

--part
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: base64

$(base64 < "$dir/report.txt")
--part
Content-Type: text/html; charset=UTF-8
Content-Disposition: attachment; filename=report.html
Content-Transfer-Encoding: base64

$(base64 < "$dir/report.html")
--part--
END

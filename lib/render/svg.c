/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What charts are drawn with: see svg.h. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "render/svg.h"

/* How figures of a unit are read; durations by their length. */
static void
reading(struct hd_scale *s, struct hd_str unit, double most)
{
	static const struct {
		const char *unit;
		double factor;
		const char *suffix;
		bool sign;
	} units[] = {
		{ "share", 100, " %", false },
		{ "points", 100, "", true },
		{ "hours", 1.0 / 3600, " h", false },
		{ "cents", 0.01, "", false },
	};

	s->factor = 1;
	s->suffix = "";
	s->sign = false;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (hd_str_eq(unit, units[i].unit)) {
			s->factor = units[i].factor;
			s->suffix = units[i].suffix;
			s->sign = units[i].sign;
		}
	if (!hd_str_eq(unit, "seconds"))
		return;
	s->factor = most >= 172800 ? 1.0 / 86400
		    : most >= 7200 ? 1.0 / 3600
		    : most >= 120  ? 1.0 / 60
				   : 1;
	s->suffix = most >= 172800 ? " d"
		    : most >= 7200 ? " h"
		    : most >= 120  ? " min"
				   : " s";
}

/* The least of 1, 2, 2.5, 5 times a power of ten that is not below v. */
static double
round_step(double v)
{
	static const double steps[] = { 1, 2, 2.5, 5, 10 };
	double power = pow(10, floor(log10(v)));
	size_t i = 0;

	while (i < 4 && steps[i] * power < v * (1 - 1e-9))
		i++;
	return steps[i] * power;
}

void
hd_svg_scale(struct hd_scale *s, double lo, double hi, struct hd_str unit)
{
	lo = lo < 0 ? lo : 0;
	hi = hi > 0 ? hi : 0;
	if (hi - lo <= 0)
		hi = lo + 1;
	reading(s, unit, fmax(-lo, hi));
	s->step = round_step((hi - lo) * s->factor / 5);
	s->lo = floor(lo * s->factor / s->step + 1e-9) * s->step;
	s->hi = ceil(hi * s->factor / s->step - 1e-9) * s->step;
}

double
hd_svg_at(const struct hd_scale *s, double value)
{
	return (value * s->factor - s->lo) / (s->hi - s->lo) * 100;
}

void
hd_svg_tick(struct hd_buf *b, const struct hd_scale *s, double mark)
{
	double size = fabs(mark);

	if (size < s->step / 2)
		size = 0;
	if (size > 0 && (mark < 0 || s->sign))
		hd_buf_adds(b, mark < 0 ? "\xE2\x88\x92" : "+");
	if (size >= 1000 && size < 1e15)
		hd_html_grouped(b, (int64_t)(size + 0.5));
	else
		hd_buf_addf(b, "%.6g", size);
	hd_buf_adds(b, s->suffix);
}

void
hd_svg_reach(const struct hd_json *figure, double *lo, double *hi)
{
	static const char *const members[] = { "estimate", "lo", "hi" };

	if (isnan(hd_html_number(figure, "estimate")))
		return;
	for (size_t i = 0; i < 3; i++) {
		double v = hd_html_number(figure, members[i]);

		*lo = fmin(*lo, v); /* of a number and none, the number */
		*hi = fmax(*hi, v);
	}
}

xmlNodePtr
hd_svg_root(struct hd_html *h, xmlNodePtr at, const struct hd_json *block,
    const char *class, double height)
{
	struct hd_str id = hd_json_at(block, "id");
	struct hd_buf names = HD_BUF_INIT;
	xmlNodePtr svg = hd_html_add(h, at, "svg", class);

	hd_html_name(&names, "ct", id);
	hd_buf_addc(&names, ' ');
	hd_html_name(&names, "cd", id);
	hd_html_set(h, svg, "role", hd_str("img"));
	hd_html_set(h, svg, "aria-labelledby", hd_buf_str(&names));
	hd_html_set(h, svg, "width", hd_str("100%"));
	hd_svg_px(h, svg, "height", height);
	hd_html_id(h,
	    hd_html_adds(h, svg, "title", NULL, hd_json_at(block, "title")),
	    "ct", id);
	hd_html_id(h,
	    hd_html_adds(h, svg, "desc", NULL, hd_json_at(block, "desc")), "cd",
	    id);
	hd_buf_release(&names);
	return svg;
}

xmlNodePtr
hd_svg_part(struct hd_html *h, xmlNodePtr at, const char *class, double x,
    double y, double width, double height)
{
	xmlNodePtr svg = hd_html_add(h, at, "svg", class);

	hd_svg_pct(h, svg, "x", x);
	hd_svg_px(h, svg, "y", y);
	hd_svg_pct(h, svg, "width", width);
	hd_svg_px(h, svg, "height", height);
	hd_html_set(h, svg, "overflow", hd_str("visible"));
	return svg;
}

void
hd_svg_pct(struct hd_html *h, xmlNodePtr at, const char *name, double value)
{
	hd_html_setf(h, at, name, "%.2f%%", value);
}

void
hd_svg_px(struct hd_html *h, xmlNodePtr at, const char *name, double value)
{
	hd_html_setf(h, at, name, "%.6g", value);
}

xmlNodePtr
hd_svg_line(struct hd_html *h, xmlNodePtr at, const char *class, double x1,
    double y1, double x2, double y2)
{
	xmlNodePtr line = hd_html_add(h, at, "line", class);

	hd_svg_pct(h, line, "x1", x1);
	hd_svg_px(h, line, "y1", y1);
	hd_svg_pct(h, line, "x2", x2);
	hd_svg_px(h, line, "y2", y2);
	return line;
}

xmlNodePtr
hd_svg_text(struct hd_html *h, xmlNodePtr at, const char *class, double x,
    double y, const char *anchor, struct hd_str text)
{
	xmlNodePtr t = hd_html_adds(h, at, "text", class, text);

	hd_svg_pct(h, t, "x", x);
	hd_svg_px(h, t, "y", y);
	if (anchor != NULL)
		hd_html_set(h, t, "text-anchor", hd_str(anchor));
	return t;
}

void
hd_svg_cut(struct hd_buf *b, struct hd_str s, size_t characters)
{
	size_t n = 0, at = 0;

	if (hd_utf8_count(s) <= characters) {
		hd_buf_add(b, s.p, s.n);
		return;
	}
	for (; at < s.n && n < characters; at++)
		n += ((unsigned char)s.p[at] & 0xC0) != 0x80;
	s = hd_str_trim(hd_utf8_head(s, at > 0 ? at - 1 : 0));
	hd_buf_add(b, s.p, s.n);
	hd_buf_adds(b, "\xE2\x80\xA6");
}

const char *
hd_svg_tone(struct hd_str tone)
{
	static const char *const tones[] = { "ai", "human", "neutral", "good",
		"bad" };

	for (size_t i = 0; i < sizeof(tones) / sizeof(tones[0]); i++)
		if (hd_str_eq(tone, tones[i]))
			return tones[i];
	return "neutral";
}

void
hd_svg_day(struct hd_buf *b, struct hd_str label)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	int month, day = 0;

	if ((label.n != 7 && label.n != 10) || label.p[4] != '-') {
		hd_buf_add(b, label.p, label.n);
		return;
	}
	month = (label.p[5] - '0') * 10 + label.p[6] - '0';
	if (label.n == 10)
		day = (label.p[8] - '0') * 10 + label.p[9] - '0';
	if (month < 1 || month > 12 || day < 0 || day > 31) {
		hd_buf_add(b, label.p, label.n);
		return;
	}
	if (day > 0)
		hd_buf_addf(b, "%d ", day);
	hd_buf_add(b, months + (month - 1) * 3, 3);
	if (day == 0) {
		hd_buf_addc(b, ' ');
		hd_buf_add(b, label.p, 4);
	}
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How often literals are found in texts of customers, roughly: a chain of
 * letters of which each depends on the one before.
 */
#include <math.h>

#include "rules/literalset.h"

enum kind {
	BLANK = 26, /* beside the letters */
	OTHER,
	KINDS
};

#define OTHERS	 8 /* one of them, in half bits */
#define HALF_BIT 0.70710678118654752

/*
 * By what is before it, the row, and what it is: how rare, in half bits from
 * 'a' on.  Counted in the tickets of samples/generate.c; the last row is for
 * what has nothing before it.
 */
static const char rare[KINDS + 1][KINDS + 1] = {
	"wljkwmkskznjjfylwgghmksuixhn",
	"hxzzdztqirxhuzfuzjnsizzzizol",
	"fzkzfzzfmzijzwezzlqjmzzzqzqq",
	"hvzlgssuizyppqiuylkzoozznzci",
	"jqmjknpqnxpjniqnvgiksmonqtdi",
	"jnzzjjzzfzzozzfzzgzhlzyzyzel",
	"iqzwfxnhjzzpwlhzzjjqjzzzxzei",
	"fpzwczzxgzzqurhzzmumpzwztzhl",
	"orjkkkltzzpimemqylffunzszvhk",
	"lzzzdzxzvzzzzzfzzqzxdzzzzzzh",
	"lvzuevwqgzupmjmrzrgotzvzzzeg",
	"irtielwzhzsgtzgmytlomrzzjygk",
	"gizzezzzizzvmrgkzzotozzzhzfj",
	"mrjggrgxlulnvniwxzlhlozzmuej",
	"oppkpjpvotlkifjlzglifmjsuzhm",
	"fzzogvvkkzzgzqijzhjjmzzzmzhk",
	"zzzzzzzzvzzrzzzzznzzaozizznn",
	"jtojftnqixkqokhszljjpqszkxej",
	"kznpgqzljznoppjnzxkgltnzptdh",
	"kzpzhxxdjztqwwizzlmmmynzqxei",
	"nplpirjtlwtiigukzfhhzqzqtzgk",
	"izzzbzzzhzxzzzhozqzzrzzztznl",
	"gzzzfzzgfzztzlgzzijruzzztzhj",
	"gzhzkzwzizzzzzzezzzezzzzmzgh",
	"qryzkxwzqzzwmretzuhkzzuzzzcg",
	"hvptfzxzkzjjzzgwzzykhzizzpfh",
	"hkjlljnjgqpkjkikrligmpizltpj",
	"qurqpstutzxqnqrtxrnmtruxzwbd",
	"inlkhmmjiuokljimvjjilomtmvfi",
};

static size_t
kind(char c)
{
	if (c >= 'a' && c <= 'z')
		return (size_t)(c - 'a');
	return c == ' ' || c == '\n' ? BLANK : OTHER;
}

static int
step(size_t from, size_t to)
{
	return rare[from][to] - 'a' + (to == OTHER ? OTHERS : 0);
}

static double
literal_rate(const struct hd_literal *l)
{
	size_t from = KINDS, to;
	int sum = 0;

	/* the edge of a word is a blank to what comes next */
	if (l->left && l->n > 0 && kind(l->p[0]) < BLANK) {
		sum += step(from, BLANK);
		from = BLANK;
	}
	for (size_t i = 0; i < l->n; i++, from = to) {
		to = kind(l->p[i]);
		sum += step(from, to);
	}
	if (l->right && from < BLANK)
		sum += step(from, BLANK);
	return ldexp(sum % 2 == 0 ? 1 : HALF_BIT, -sum / 2);
}

double
hd_litset_rate(struct hd_litset s)
{
	double sum = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.v[i].n == 0)
			return 1;
		sum += literal_rate(&s.v[i]);
	}
	return sum;
}

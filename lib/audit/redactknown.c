/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words are no names: see redact_int.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/redact_int.h"
#include "base/utf8.h"
#include "learn/courtesy.h"
#include "learn/wordlist.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define TWICE	 2

/* clang-format off */
/* Words that people are called by too, in order of bytes, unaccented. */
static const char *const both[] = {
	"abbot", "abbott", "alba", "amber", "amor", "angel", "angels", "april",
	"archer", "art", "august", "autumn", "bach", "baker", "bank", "banks",
	"barber", "bauer", "becker", "bell", "benedict", "berg", "bill", "bird",
	"bishop", "black", "blanc", "blanco", "bob", "bond", "boulanger",
	"braun", "brook", "brooks", "brown", "bruno", "burns", "bush", "butler",
	"carol", "carpenter", "carter", "case", "cash", "castle", "chance",
	"charity", "chase", "chip", "christian", "church", "clara", "claro",
	"clay", "cliff", "coach", "cole", "colin", "constant", "cook", "cooper",
	"costa", "cross", "cruz", "daisy", "dale", "dan", "dawn", "day", "dean",
	"diamond", "dolores", "don", "drew", "duke", "duran", "earl", "eden",
	"engel", "ernst", "esperanza", "eve", "faith", "fe", "felix", "ferrer",
	"field", "fields", "fischer", "fisher", "flor", "flores", "florian",
	"ford", "forest", "foster", "fox", "franco", "frank",
	"frankel", "franz", "freeman", "fuchs", "fuentes", "garcia", "gardner",
	"garnier", "gene", "gerard", "gill", "ginger", "glass", "glen", "gold",
	"grace", "grant", "gray", "green", "grey", "gross", "guerra", "guy",
	"hahn", "hall", "hand", "harper", "hart", "hartmann", "hay", "hazel",
	"heath", "heather", "heinz", "hermann", "herrera", "hidalgo", "hill",
	"holly", "holmes", "homer", "hood", "hope", "house", "hunt", "hunter",
	"iris", "ivy", "jack", "jade", "jager", "jasmin", "jasmine", "jasper",
	"jean", "jewel", "john", "jordan", "joy", "judge", "june", "jung",
	"junior", "kaiser", "kaufmann", "keller", "kelly", "kennedy", "kern",
	"king", "klein", "knight", "koch", "koenig", "kohl", "konig", "kraft",
	"kramer", "krause", "kuhn", "lake", "lance", "lane", "lang", "lange",
	"laurel", "law", "leal", "lee", "leon", "lily", "little", "long",
	"lopez", "lord", "love", "lucas", "luz", "mag", "mar", "marc", "marco",
	"mark", "marshall", "martin", "marvel", "mason", "mat", "matt", "max",
	"may", "mayor", "mercedes", "mercy", "meyer", "miles", "mill", "miller",
	"milner", "mina", "molina", "monica", "montana", "moore", "moreno",
	"morgen", "moser", "muller", "naranjo", "newton", "nick", "nieves",
	"noble", "noel", "noir", "norman", "olive", "pace", "page", "palmer",
	"park", "parker", "parks", "pascal", "pastor", "pat", "paz", "pearl",
	"pena", "penny", "petit", "pfeiffer", "phil", "pierce", "pierre",
	"pilar", "pine", "plaza", "pole", "pope", "porter", "post", "potter",
	"pound", "power", "powers", "price", "prince", "ramos", "ray", "read",
	"redman", "reed", "reich", "reina", "rey", "reyes", "rice", "rich",
	"richter", "rico", "ring", "rios", "river", "rivera", "rivers", "robin",
	"roman", "romero", "rosa", "rose", "roth", "rousseau", "roy", "rubio",
	"ruby", "rusty", "sally", "salt", "sandy", "santos", "savage",
	"schafer", "schmied", "schneider", "schreiber", "schubert", "schulz",
	"schumacher", "schuster", "schwarz", "seller", "serena", "serrano",
	"sharp", "shepherd", "short", "singer", "sky", "small", "smart",
	"smith", "sol", "soler", "sommer", "spring", "stein", "sterling",
	"stern", "stone", "storm", "stringer", "strong", "sue", "summer",
	"summers", "swift", "tanner", "taylor", "terry", "thomas", "tiller",
	"tom", "torres", "turner", "una", "valle", "vega", "vera", "vidal", "violet",
	"vogel", "vogt", "voigt", "wade", "wagner", "walker", "wall", "walter",
	"ward", "waters", "way", "weaver", "webb", "weber", "weiss", "wells",
	"werner", "west", "white", "will", "willow", "winter", "winters",
	"wirth", "wise", "wolf", "wolff", "wood", "woods", "wright", "york",
	"young", "zimmermann",
};

/* Those of them that begin many a sentence. */
static const char *const starters[] = {
	"april", "august", "autumn", "bank", "bill", "case", "cash", "chance",
	"claro", "day", "don", "gold", "grant", "gross", "hand", "hope",
	"house", "june", "jung", "klein", "lang", "lange", "little", "long",
	"mar", "mark", "may", "morgen", "page", "petit", "post", "power",
	"price", "read", "short", "small", "spring", "summer", "una", "way", "will",
	"winter",
};

/* Written with a capital, and nobody's name, in order of bytes. */
static const char *const proper[] = {
	"adieu", "adios", "africa", "ai", "alemania", "allemagne", "america", "american", "api",
	"app", "asia", "australia", "austria", "bcc", "belgium", "bic",
	"bluetooth", "brexit", "britain", "british", "bye", "byebye", "canada", "captcha", "cc",
	"ceo", "china", "christmas", "ciao", "cookie", "cookies", "cpu", "crm", "css",
	"csv", "cvc", "cvv", "deutsch", "deutschland", "dns", "dsgvo", "dsl",
	"dutch", "easter", "edge", "email", "emails", "england", "english",
	"espana", "ethernet", "eu", "europa", "europe", "european", "faq",
	"faqs", "france", "french", "gdpr", "german", "germany", "gmail",
	"goodbye", "google", "gps", "hi", "html", "http", "https", "iban", "id", "ids",
	"imap", "internet", "ios", "ip", "ireland", "irish", "iso", "it",
	"italian", "italy", "javascript", "json", "kyc", "linux", "login",
	"ltd", "lte", "manual", "mfa", "netherlands", "nfc", "ok", "okay",
	"online", "otp", "outlook", "paypal", "pc", "pdf", "pdfs", "php", "pin",
	"pm", "poland", "portugal", "pos", "ps", "qr", "ram", "rma", "router",
	"saml", "scotland", "sdk", "sepa", "sim", "sku", "sla", "sms", "smtp",
	"spain", "spanish", "spotify", "sql", "ssd", "ssl", "sso",
	"switzerland", "sync", "tls", "totp", "tschuss", "tv", "ui", "uk", "url", "urls",
	"us", "usa", "usb", "vat", "visa", "voip", "vpn", "wales", "wallet",
	"webhook", "webhooks", "wifi", "wlan", "xml", "zip",
};
/* clang-format on */

#define LISTED(list, w)                                      \
	(bsearch(&(w), list, COUNT(list), sizeof((list)[0]), \
	     hd_word_compare) != NULL)

bool
hd_redact_ambiguous(struct hd_str key)
{
	return LISTED(both, key);
}

static bool
starter(struct hd_str key)
{
	for (size_t i = 0; i < COUNT(starters); i++)
		if (hd_str_eq(key, starters[i]))
			return true;
	return false;
}

struct hd_str
hd_redact_key(struct hd_redactor *r, struct hd_str word)
{
	struct hd_str key;

	hd_buf_reset(&r->key);
	hd_utf8_unaccented(&r->key, word);
	key = hd_buf_str(&r->key);
	if (key.n > 2 && key.p[key.n - 1] == 's' && key.p[key.n - 2] == '\'')
		key.n -= 2;
	else if (key.n > 4 && key.p[key.n - 1] == 's' &&
		 memcmp(key.p + key.n - 4, "\xE2\x80\x99", 3) == 0)
		key.n -= 4;
	return key;
}

static bool
has(const struct hd_redactor *r, struct hd_str stem, const char *ending)
{
	char word[64];
	size_t n = strlen(ending);
	const int64_t *times;

	if (stem.n + n > sizeof(word))
		return false;
	memcpy(word, stem.p, stem.n);
	memcpy(word + stem.n, ending, n);
	times = hd_map_get(&r->words, (struct hd_str){ word, stem.n + n });
	return times != NULL && *times >= TWICE;
}

/* The word, or one that it is a form of. */
static bool
learnt(const struct hd_redactor *r, struct hd_str key)
{
	static const struct {
		const char *ending, *instead;
	} forms[] = { { "s", "" }, { "es", "" }, { "ed", "" }, { "d", "" },
		{ "ing", "" }, { "ing", "e" }, { "ly", "" }, { "ies", "y" },
		{ "n", "" }, { "en", "" }, { "e", "" } };
	struct hd_str stem = key;
	size_t n;

	if (has(r, key, ""))
		return true;
	for (size_t i = 0; i < COUNT(forms); i++) {
		n = strlen(forms[i].ending);
		if (key.n < n + 4 ||
		    memcmp(key.p + key.n - n, forms[i].ending, n) != 0)
			continue;
		stem.n = key.n - n;
		if (has(r, stem, forms[i].instead))
			return true;
	}
	return false;
}

bool
hd_redact_known(struct hd_redactor *r, struct hd_str word, bool starts)
{
	struct hd_str key = hd_redact_key(r, word), low;

	if (hd_redact_ambiguous(key) && hd_utf8_capital(word) &&
	    !(starts && starter(key)))
		return false;
	hd_buf_reset(&r->low);
	hd_utf8_lower(&r->low, word);
	low = hd_buf_str(&r->low);
	if (hd_utf8_count(low) == 1)
		return true;
	return hd_word_stop(low) || hd_word_month(low) || hd_word_day(low) ||
	       hd_word_currency(low) || hd_word_device(low) ||
	       hd_word_title(low) || hd_word_file(low) ||
	       hd_greeting_first(low) || hd_greeting_more(low) ||
	       hd_name_title(low) || LISTED(proper, key) || learnt(r, key);
}

/*
 * Of rules: words in small letters; an escape (\b) is none of a word.  Patterns have
 * parts of words as well, medic(?:al|ines): what stands there once proves nothing.
 */
void
hd_redact_words(struct hd_redactor *r, struct hd_str text)
{
	struct hd_str rest = text, word;

	while (hd_utf8_word(&rest, &word)) {
		if (word.p > text.p && word.p[-1] == '\\') {
			word.p++;
			word.n--;
		}
		if (word.n < 2 || hd_utf8_capital(word))
			continue;
		hd_buf_reset(&r->key);
		hd_utf8_unaccented(&r->key, word);
		++*hd_map_put(&r->words, hd_buf_str(&r->key), 0);
	}
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of four languages: see wordlist.h.  The lists are in order of bytes. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "learn/wordlist.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* clang-format off */
static const char *const months[] = {
	"abril", "agosto", "août", "apr", "april", "aug", "august", "avril",
	"dec", "december", "dez", "dezember", "diciembre", "décembre", "enero",
	"feb", "febrero", "februar", "february", "févr", "février", "jan",
	"januar", "january", "janv", "janvier", "juil", "juillet", "juin",
	"jul", "juli", "julio", "july", "jun", "june", "juni", "junio",
	"jänner", "mai", "mar", "march", "mars", "marzo", "mayo", "märz",
	"nov", "november", "novembre", "noviembre", "oct", "october",
	"octobre", "octubre", "okt", "oktober", "sep", "sept", "september",
	"septembre", "septiembre", "setiembre",
};

static const char *const days[] = {
	"anoche", "anteayer", "aujourd'hui", "aujourd’hui", "avant-hier",
	"ayer", "demain", "dienstag", "dimanche", "domingo", "donnerstag",
	"freitag", "fri", "friday", "fridays", "gestern", "heute", "hier",
	"hoy", "jeudi", "jueves", "lundi", "lunes", "mardi", "martes",
	"mercredi", "mittwoch", "miércoles", "mon", "monday", "mondays",
	"montag", "samedi", "samstag", "saturday", "saturdays", "sonnabend",
	"sonntag", "sunday", "sundays", "sábado", "thu", "thur", "thurs",
	"thursday", "thursdays", "today", "tomorrow", "tonight", "tue", "tues",
	"tuesday", "tuesdays", "vendredi", "viernes", "vorgestern", "wed",
	"wednesday", "wednesdays", "yesterday", "übermorgen",
};

static const char *const currencies[] = {
	"$", "aud", "bucks", "cad", "cents", "chf", "chf.", "dkk", "dollar",
	"dollars", "eur", "euro", "euros", "franc", "francs", "franken", "gbp",
	"inr", "jpy", "nok", "pence", "peso", "pesos", "pln", "pound",
	"pounds", "quid", "rupees", "sek", "usd", "yen", "£", "€",
};

static const char *const titles[] = {
	"docteur", "doctor", "doctora", "don", "doña", "dr", "dr.", "frau",
	"herr", "m.", "maître", "miss", "mlle", "mme", "mr", "mrs", "ms", "mx",
	"nurse", "prof", "professor", "señor", "señora", "sir", "sister", "sr",
	"sra", "srta",
};

static const char *const devices[] = {
	"acer", "alexa", "android", "asus", "brave", "brother", "canon",
	"chrome", "chromebook", "chromecast", "dell", "doro", "echo", "edge",
	"epson", "fairphone", "firefox", "firestick", "fitbit", "fritz",
	"fritzbox", "galaxy", "garmin", "hp", "huawei", "imac", "ios", "ipad",
	"ipados", "iphone", "ipod", "kindle", "kobo", "laserjet", "lenovo",
	"linux", "mac", "macbook", "macos", "motorola", "nintendo", "nokia",
	"officejet", "oneplus", "opera", "oppo", "outlook", "pixel",
	"playstation", "ps4", "ps5", "realme", "roku", "safari", "samsung",
	"sony", "surface", "thinkpad", "thunderbird", "ubuntu", "vivo",
	"win10", "win11", "windows", "xbox", "xiaomi",
};

static const char *const hosts[] = {
	"ai", "app", "ar", "at", "au", "be", "biz", "ca", "ch", "cl", "cloud",
	"co", "com", "cz", "de", "dev", "dk", "edu", "es", "eu", "example",
	"fi", "fr", "gov", "ie", "in", "info", "int", "io", "it", "me", "mx",
	"net", "nl", "no", "nz", "online", "org", "pl", "pt", "se", "shop",
	"site", "store", "tech", "test", "tv", "uk", "us",
};

static const char *const files[] = {
	"bmp", "csv", "doc", "docx", "eml", "gif", "har", "heic", "jpeg",
	"jpg", "json", "log", "mov", "mp3", "mp4", "msg", "ods", "odt", "pdf",
	"png", "ppt", "pptx", "svg", "tif", "tiff", "txt", "wav", "webp",
	"xls", "xlsx", "xml", "zip",
};

static const char *const streets[] = {
	"ave", "avenue", "bank", "blvd", "boulevard", "close", "court",
	"crescent", "ct", "dr", "drive", "gardens", "green", "grove", "hill",
	"lane", "ln", "mews", "parade", "park", "pl", "place", "quay", "rd",
	"rise", "road", "row", "sq", "square", "st", "street", "terrace",
	"view", "walk", "way", "wharf",
};

static const char *const ways[] = {
	"allée", "avda", "avenida", "avenue", "boulevard", "calle", "camino",
	"carrera", "carretera", "chemin", "impasse", "paseo", "place", "plaza",
	"quai", "ronda", "route", "rue", "travesía",
};

/* By the beginning of the word, the first that fits. */
static const struct {
	const char *stem;
	enum hd_thing thing;
} things[] = {
	{ "abonn", HD_THING_ACCOUNT },
	{ "account", HD_THING_ACCOUNT },
	{ "benutzer", HD_THING_ACCOUNT },
	{ "client", HD_THING_ACCOUNT },
	{ "compte", HD_THING_ACCOUNT },
	{ "cuenta", HD_THING_ACCOUNT },
	{ "customer", HD_THING_ACCOUNT },
	{ "domain", HD_THING_ACCOUNT },
	{ "identifiant", HD_THING_ACCOUNT },
	{ "konto", HD_THING_ACCOUNT },
	{ "kunde", HD_THING_ACCOUNT },
	{ "kundennummer", HD_THING_ACCOUNT },
	{ "login", HD_THING_ACCOUNT },
	{ "mailbox", HD_THING_ACCOUNT },
	{ "member", HD_THING_ACCOUNT },
	{ "mitglied", HD_THING_ACCOUNT },
	{ "socio", HD_THING_ACCOUNT },
	{ "tenant", HD_THING_ACCOUNT },
	{ "user", HD_THING_ACCOUNT },
	{ "username", HD_THING_ACCOUNT },
	{ "usuario", HD_THING_ACCOUNT },
	{ "vertragskonto", HD_THING_ACCOUNT },
	{ "workspace", HD_THING_ACCOUNT },
	{ "achat", HD_THING_ORDER },
	{ "auftrag", HD_THING_ORDER },
	{ "bestell", HD_THING_ORDER },
	{ "commande", HD_THING_ORDER },
	{ "compra", HD_THING_ORDER },
	{ "einkauf", HD_THING_ORDER },
	{ "order", HD_THING_ORDER },
	{ "pedido", HD_THING_ORDER },
	{ "purchas", HD_THING_ORDER },
	{ "appointment", HD_THING_BOOKING },
	{ "billet", HD_THING_BOOKING },
	{ "booked", HD_THING_BOOKING },
	{ "booking", HD_THING_BOOKING },
	{ "buchung", HD_THING_BOOKING },
	{ "flight", HD_THING_BOOKING },
	{ "flug", HD_THING_BOOKING },
	{ "gebucht", HD_THING_BOOKING },
	{ "itinerar", HD_THING_BOOKING },
	{ "pnr", HD_THING_BOOKING },
	{ "reise", HD_THING_BOOKING },
	{ "reserv", HD_THING_BOOKING },
	{ "réserv", HD_THING_BOOKING },
	{ "stay", HD_THING_BOOKING },
	{ "termin", HD_THING_BOOKING },
	{ "trip", HD_THING_BOOKING },
	{ "viaje", HD_THING_BOOKING },
	{ "voyage", HD_THING_BOOKING },
	{ "vuelo", HD_THING_BOOKING },
	{ "bill", HD_THING_INVOICE },
	{ "factur", HD_THING_INVOICE },
	{ "faktur", HD_THING_INVOICE },
	{ "invoice", HD_THING_INVOICE },
	{ "rechnung", HD_THING_INVOICE },
	{ "abbuch", HD_THING_PAYMENT },
	{ "cargo", HD_THING_PAYMENT },
	{ "charge", HD_THING_PAYMENT },
	{ "debit", HD_THING_PAYMENT },
	{ "erstatt", HD_THING_PAYMENT },
	{ "pago", HD_THING_PAYMENT },
	{ "paiement", HD_THING_PAYMENT },
	{ "payment", HD_THING_PAYMENT },
	{ "payout", HD_THING_PAYMENT },
	{ "prélèv", HD_THING_PAYMENT },
	{ "reembolso", HD_THING_PAYMENT },
	{ "refund", HD_THING_PAYMENT },
	{ "rembours", HD_THING_PAYMENT },
	{ "transaction", HD_THING_PAYMENT },
	{ "transaktion", HD_THING_PAYMENT },
	{ "transfer", HD_THING_PAYMENT },
	{ "transferencia", HD_THING_PAYMENT },
	{ "tx", HD_THING_PAYMENT },
	{ "virement", HD_THING_PAYMENT },
	{ "zahlung", HD_THING_PAYMENT },
	{ "überweis", HD_THING_PAYMENT },
	{ "colis", HD_THING_PARCEL },
	{ "consignment", HD_THING_PARCEL },
	{ "deliver", HD_THING_PARCEL },
	{ "envío", HD_THING_PARCEL },
	{ "liefer", HD_THING_PARCEL },
	{ "livraison", HD_THING_PARCEL },
	{ "package", HD_THING_PARCEL },
	{ "paket", HD_THING_PARCEL },
	{ "paquete", HD_THING_PARCEL },
	{ "parcel", HD_THING_PARCEL },
	{ "seguimiento", HD_THING_PARCEL },
	{ "sendung", HD_THING_PARCEL },
	{ "shipment", HD_THING_PARCEL },
	{ "suivi", HD_THING_PARCEL },
	{ "tracking", HD_THING_PARCEL },
	{ "aktenzeichen", HD_THING_CASE },
	{ "case", HD_THING_CASE },
	{ "caso", HD_THING_CASE },
	{ "claim", HD_THING_CASE },
	{ "complaint", HD_THING_CASE },
	{ "dossier", HD_THING_CASE },
	{ "fallnummer", HD_THING_CASE },
	{ "incidencia", HD_THING_CASE },
	{ "incident", HD_THING_CASE },
	{ "reclam", HD_THING_CASE },
	{ "schaden", HD_THING_CASE },
	{ "siniestro", HD_THING_CASE },
	{ "sinistre", HD_THING_CASE },
	{ "ticket", HD_THING_CASE },
	{ "vorgang", HD_THING_CASE },
	{ "card", HD_THING_CARD },
	{ "carte", HD_THING_CARD },
	{ "karte", HD_THING_CARD },
	{ "kreditkarte", HD_THING_CARD },
	{ "tarjeta", HD_THING_CARD },
	{ "contract", HD_THING_CONTRACT },
	{ "contrat", HD_THING_CONTRACT },
	{ "licen", HD_THING_CONTRACT },
	{ "lizenz", HD_THING_CONTRACT },
	{ "police", HD_THING_CONTRACT },
	{ "policy", HD_THING_CONTRACT },
	{ "póliza", HD_THING_CONTRACT },
	{ "versicherung", HD_THING_CONTRACT },
	{ "vertrag", HD_THING_CONTRACT },
	{ "imei", HD_THING_SERIAL },
	{ "model", HD_THING_SERIAL },
	{ "modell", HD_THING_SERIAL },
	{ "modelo", HD_THING_SERIAL },
	{ "modèle", HD_THING_SERIAL },
	{ "serial", HD_THING_SERIAL },
	{ "serie", HD_THING_SERIAL },
	{ "série", HD_THING_SERIAL },
	{ "angebot", HD_THING_OFFER },
	{ "antrag", HD_THING_OFFER },
	{ "application", HD_THING_OFFER },
	{ "devis", HD_THING_OFFER },
	{ "loan", HD_THING_OFFER },
	{ "oferta", HD_THING_OFFER },
	{ "offer", HD_THING_OFFER },
	{ "presupuesto", HD_THING_OFFER },
	{ "quote", HD_THING_OFFER },
	{ "compteur", HD_THING_METER },
	{ "contador", HD_THING_METER },
	{ "meter", HD_THING_METER },
	{ "zähler", HD_THING_METER },
	{ "erreur", HD_THING_ERROR },
	{ "error", HD_THING_ERROR },
	{ "exception", HD_THING_ERROR },
	{ "fault", HD_THING_ERROR },
	{ "fehler", HD_THING_ERROR },
	{ "correlation", HD_THING_REQUEST },
	{ "request", HD_THING_REQUEST },
	{ "trace", HD_THING_REQUEST },
	{ "cif", HD_THING_VAT },
	{ "iban", HD_THING_VAT },
	{ "iva", HD_THING_VAT },
	{ "nif", HD_THING_VAT },
	{ "steuer", HD_THING_VAT },
	{ "tax", HD_THING_VAT },
	{ "tva", HD_THING_VAT },
	{ "ust", HD_THING_VAT },
	{ "vat", HD_THING_VAT },
};
/* clang-format on */

int
hd_word_compare(const void *key, const void *element)
{
	const struct hd_str *w = key;
	const char *s = *(const char *const *)element;

	/* most differ early: no length is needed for that */
	for (size_t i = 0; i < w->n; i++) {
		int a = (unsigned char)w->p[i], b = (unsigned char)s[i];

		if (b == 0)
			return 1;
		if (a != b)
			return a - b;
	}
	return s[w->n] == '\0' ? 0 : -1;
}

#define LISTED(list, w)                                      \
	(bsearch(&(w), list, COUNT(list), sizeof((list)[0]), \
	     hd_word_compare) != NULL)

bool
hd_word_month(struct hd_str w)
{
	return LISTED(months, w);
}

unsigned
hd_word_month_number(struct hd_str w)
{
	static const struct {
		const char *stem;
		unsigned number;
	} stems[] = { { "jan", 1 }, { "jän", 1 }, { "ene", 1 }, { "feb", 2 },
		{ "fév", 2 }, { "mar", 3 }, { "mär", 3 }, { "apr", 4 },
		{ "avr", 4 }, { "abr", 4 }, { "may", 5 }, { "mai", 5 },
		{ "juin", 6 }, { "jun", 6 }, { "jui", 7 }, { "jul", 7 },
		{ "aug", 8 }, { "aoû", 8 }, { "ago", 8 }, { "sep", 9 },
		{ "set", 9 }, { "oct", 10 }, { "okt", 10 }, { "nov", 11 },
		{ "dec", 12 }, { "dez", 12 }, { "déc", 12 }, { "dic", 12 } };

	for (size_t i = 0; hd_word_month(w) && i < COUNT(stems); i++)
		if (hd_str_starts(w, stems[i].stem))
			return stems[i].number;
	return 0;
}

bool
hd_word_day(struct hd_str w)
{
	return LISTED(days, w);
}

bool
hd_word_currency(struct hd_str w)
{
	return LISTED(currencies, w);
}

bool
hd_word_title(struct hd_str w)
{
	return LISTED(titles, w);
}

bool
hd_word_device(struct hd_str w)
{
	return LISTED(devices, w);
}

bool
hd_word_host(struct hd_str w)
{
	return LISTED(hosts, w);
}

bool
hd_word_street(struct hd_str w)
{
	return LISTED(streets, w);
}

bool
hd_word_way(struct hd_str w)
{
	return LISTED(ways, w);
}

bool
hd_word_file(struct hd_str w)
{
	return LISTED(files, w);
}

enum hd_thing
hd_word_thing(struct hd_str w)
{
	for (size_t i = 0; i < COUNT(things); i++)
		if (w.p[0] == things[i].stem[0] &&
		    hd_str_starts(w, things[i].stem))
			return things[i].thing;
	return HD_THING_NONE;
}

static bool
has_digit(struct hd_str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (w.p[i] >= '0' && w.p[i] <= '9')
			return true;
	return false;
}

/* The longer the beginning in common, the longer an ending may be. */
bool
hd_word_alike(struct hd_str a, struct hd_str b)
{
	size_t n = 0, least = a.n < b.n ? a.n : b.n, most = a.n + b.n - least;

	if (hd_str_same(a, b))
		return true;
	if (has_digit(a) || has_digit(b))
		return false;
	while (n < least && a.p[n] == b.p[n])
		n++;
	if (n < 4 || hd_utf8_count((struct hd_str){ a.p, n }) < 4)
		return false;
	return n >= 6 ? most - n <= 5 : most - n <= 3 && least - n <= 1;
}

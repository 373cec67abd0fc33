/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was given, by its shape and by the name of its field: see repeat_int.h.
 */
#include <string.h>

#include "base/utf8.h"
#include "escalation/repeat_int.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define KIND(k)	 (1u << HD_DATUM_##k)

/* What answers an ask of that item by its shape. */
unsigned
hd_item_kinds(const char *item)
{
	static const struct {
		const char *item;
		unsigned kinds;
	} map[] = {
		{ "email", KIND(EMAIL) },
		{ "phone", KIND(PHONE) },
		{ "order-id", KIND(ID) },
		{ "account-id", KIND(ID) | KIND(EMAIL) | KIND(DOMAIN) },
		{ "date", KIND(DATE) | KIND(TIME) },
		{ "amount", KIND(MONEY) | KIND(NUMBER) },
		{ "address", KIND(ADDRESS) },
		{ "error", KIND(ID) | KIND(QUOTED) },
		{ "page", KIND(URL) },
		{ "device", KIND(DEVICE) | KIND(ID) },
	};

	for (size_t i = 0; i < sizeof(map) / sizeof(map[0]); i++)
		if (strcmp(item, map[i].item) == 0)
			return map[i].kinds;
	return 0;
}

/* By the beginnings of words in the name of a field, the first that fits. */
static const struct {
	const char *item, *stems[17];
} named[] = {
	{ "email", { "mail", "email", "e-mail", "correo", "courriel" } },
	{ "phone", { "phone", "telephone", "mobile", "telefon", "handy", "tel",
		       "téléphone", "teléfono", "móvil", "portable", "rückruf",
		       "callback" } },
	{ "address",
	    { "address", "street", "postcode", "zip", "adress", "anschrift",
		"straße", "plz", "direcci", "domicilio" } },
	{ "date", { "date", "datum", "fecha", "day", "tag", "when", "wann",
		      "seit", "since" } },
	{ "amount", { "amount", "sum", "price", "total", "betrag", "summe",
			"montant", "importe", "monto", "value" } },
	{ "error", { "error", "fehler", "erreur", "code", "exception" } },
	{ "steps", { "steps", "step", "tried", "troubleshoot", "schritte",
		       "étapes", "pasos", "probado", "versucht" } },
	{ "attachment",
	    { "attach", "file", "upload", "photo", "screenshot", "receipt",
		"datei", "anhang", "fichier", "archivo", "foto", "adjunto" } },
	{ "device",
	    { "device", "browser", "model", "phone model", "gerät", "appareil",
		"dispositivo", "os", "system", "version", "navegador" } },
	{ "order-id",
	    { "order", "booking", "reservation", "invoice", "reference", "ref",
		"transaction", "tracking", "ticket", "case", "claim", "bestell",
		"rechnung", "buchung", "commande", "facture", "pedido" } },
	{ "account-id",
	    { "customer", "account", "client", "login", "user", "member",
		"domain", "policy", "contract", "kunden", "konto", "cliente",
		"compte", "vertrag", "workspace", "shop" } },
	{ "name", { "name", "nom", "nombre", "nachname", "vorname" } },
	{ "page", { "page", "url", "seite", "página", "screen", "link" } },
	{ "description",
	    { "description", "issue", "problem", "summary", "details",
		"question", "anliegen", "beschreibung", "message", "problema",
		"descripción", "concern", "topic" } },
};

/* Words of which one begins with the stem. */
static bool
has_word(struct hd_str rest, const char *stem)
{
	struct hd_str word;

	while (hd_utf8_word(&rest, &word)) {
		/* an underscore is no letter, a capital is */
		struct hd_str head = { word.p, strlen(stem) };

		if (word.n >= head.n && hd_str_ieq(head, stem))
			return true;
	}
	return false;
}

const char *
hd_named_item(struct hd_str name)
{
	for (size_t i = 0; i < COUNT(named); i++)
		for (size_t j = 0;
		     j < COUNT(named[i].stems) && named[i].stems[j] != NULL;
		     j++)
			if (has_word(name, named[i].stems[j]))
				return named[i].item;
	return NULL;
}

static const char *
of_id(const struct hd_rtext *in, struct hd_str span)
{
	switch (hd_rtext_thing(in, span)) {
	case HD_THING_ACCOUNT:
	case HD_THING_CONTRACT:
		return "account-id";
	case HD_THING_ERROR:
		return "error";
	case HD_THING_SERIAL:
		return "device";
	default:
		return "order-id";
	}
}

static const char *
of_kind(const struct hd_rtext *in, const struct hd_datum *d)
{
	switch (d->kind) {
	case HD_DATUM_EMAIL:
		return "email";
	case HD_DATUM_PHONE:
		return "phone";
	case HD_DATUM_ID:
		return of_id(in, d->span);
	case HD_DATUM_MONEY:
		return "amount";
	case HD_DATUM_DATE:
		return "date";
	case HD_DATUM_URL:
		return "page";
	case HD_DATUM_DOMAIN:
		return "account-id";
	case HD_DATUM_FILE:
		return "attachment";
	case HD_DATUM_ADDRESS:
		return "address";
	case HD_DATUM_DEVICE:
		return "device";
	default:
		return NULL;
	}
}

const char *
hd_given_item(const struct hd_ask *a, const struct hd_given_at *at)
{
	const struct hd_rtext *in = at->in;
	const char *item =
	    in->where == NULL ? NULL : hd_named_item(hd_str(in->where));

	if (strcmp(a->item, "detail") != 0)
		return a->item;
	if (in->message < 0 && item != NULL)
		return item;
	for (size_t i = 0; i < in->data.n; i++) {
		const struct hd_datum *d = &in->data.v[i];

		item = of_kind(in, d);
		if (item != NULL && at->span.p >= d->span.p &&
		    at->span.p < d->span.p + d->span.n)
			return item;
	}
	return a->item;
}

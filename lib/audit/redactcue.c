/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What words say of those that follow: see redact_int.h. */
#include "audit/redact_int.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static bool
is_any(struct hd_str key, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (hd_str_eq(key, list[i]))
			return true;
	return false;
}

bool
hd_redact_introduces(struct hd_str before, struct hd_str key)
{
	static const char *const alone[] = { "heisse", "heiss", "m'appelle",
		"m\xE2\x80\x99"
		"appelle",
		"appelle", "llamo", "named", "namens", "nomme" };
	static const char *const is[] = { "is", "ist", "est", "es", "lautet" };
	static const char *const name[] = { "name", "nom", "nombre", "apellido",
		"prenom", "surname", "nachname", "vorname", "names" };

	return is_any(key, alone, COUNT(alone)) ||
	       (is_any(key, is, COUNT(is)) &&
		   is_any(before, name, COUNT(name)));
}

bool
hd_redact_suggests(struct hd_str before, struct hd_str key)
{
	static const char *const pairs[][2] = { { "i", "am" }, { "this", "is" },
		{ "ich", "bin" }, { "hier", "ist" }, { "je", "suis" },
		{ "spoke", "to" }, { "spoken", "to" }, { "speak", "to" },
		{ "speaking", "to" }, { "talked", "to" }, { "talk", "to" },
		{ "spoke", "with" }, { "talked", "with" },
		{ "chatted", "with" }, { "speak", "with" },
		{ "speaking", "with" }, { "mit", "der" }, { "sent", "by" },
		{ "told", "by" }, { "email", "from" }, { "mail", "from" },
		{ "call", "from" } };
	static const char *const alone[] = { "i'm", "i\xE2\x80\x99m", "soy",
		"colleague", "kollege", "kollegin", "collegue", "companero",
		"companera", "husband", "wife", "son", "daughter", "mann",
		"tochter", "sohn", "mari", "femme", "fils", "marido", "mujer",
		"hijo", "hija", "sister", "brother", "boss", "chef", "jefe",
		"manager", "regards", "thanks", "thx", "cheers", "danke",
		"merci", "gracias", "lg", "mfg", "vg", "saludos", "attn" };

	for (size_t i = 0; i < COUNT(pairs); i++)
		if (hd_str_eq(before, pairs[i][0]) &&
		    hd_str_eq(key, pairs[i][1]))
			return true;
	return is_any(key, alone, COUNT(alone));
}

bool
hd_redact_secretive(struct hd_str key)
{
	static const char *const list[] = { "password", "passwort", "kennwort",
		"passwd", "pwd", "passphrase", "passcode", "contrasena",
		"clave", "passe", "pin", "otp", "cvv", "cvc", "tan", "code",
		"codigo", "token", "secret", "login", "username",
		"benutzername" };

	return is_any(key, list, COUNT(list));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that say nothing of a case: see commonwords.h. */
#include <stdlib.h>

#include "escalation/commonwords.h"
#include "learn/wordlist.h"

/* Beside the words of hd_word_stop(), in the order of their bytes. */
static const char *const stems[] = { "accou", "ademá", "afin", "agent", "ahead",
	"aider", "ainsi", "algui", "algun", "algún", "allem", "allen", "aller",
	"alors", "ander", "anfra", "anlie", "anoth", "answe", "antes", "appre",
	"assez", "assis", "atent", "aucun", "aunqu", "auprè", "autre", "beauc",
	"beim", "beste", "bette", "bient", "bonne", "bring", "busin", "cada",
	"case", "casi", "celle", "celui", "cepen", "ceux", "chaqu", "chat",
	"check", "cher", "chère", "click", "clien", "close", "colle", "compa",
	"compt", "conce", "conse", "consu", "conta", "contr", "conve", "cosa",
	"cualq", "cuent", "custo", "dabei", "danac", "darau", "days", "deber",
	"deman", "depar", "deren", "derri", "derze", "desha", "despu", "detai",
	"deux", "devoi", "dies", "duran", "eben", "einfa", "einma", "email",
	"embar", "encim", "enton", "equip", "erst", "est-c", "estad", "euren",
	"falls", "fast", "fecha", "first", "fois", "forma", "forwa", "frage",
	"freue", "fully", "ganz", "gerad", "gets", "gives", "glad", "goes",
	"grand", "happy", "haya", "hear", "hers", "herse", "herzl", "himse",
	"hope", "hopef", "hora", "horas", "hour", "hours", "igual", "ihnen",
	"ihres", "inclu", "incon", "info", "infor", "issue", "itsel", "jede",
	"jeder", "jour", "jours", "jusqu", "knew", "kolle", "konto", "kunde",
	"kurz", "lado", "laque", "late", "leide", "leque", "littl", "long",
	"looks", "lors", "lorsq", "luego", "lugar", "mail", "maint", "makes",
	"makin", "malgr", "mañan", "mejor", "melde", "mensa", "messa", "mient",
	"mieux", "minut", "mismo", "mitar", "momen", "month", "mysel", "même",
	"nachr", "nadie", "name", "nearl", "nice", "ningu", "nochm", "numbe",
	"nächs", "nämli", "offic", "onlin", "open", "order", "otra", "otras",
	"otro", "otros", "page", "parce", "parfo", "part", "parte", "patie",
	"peopl", "perso", "petit", "plusi", "poco", "podem", "posib", "possi",
	"pregu", "premi", "prime", "probl", "pront", "propi", "près", "pueda",
	"pues", "puest", "puis", "puisq", "quedo", "quelq", "quest", "quick",
	"reach", "ready", "reply", "reque", "respo", "retou", "répon", "seem",
	"seems", "seit", "selon", "servi", "seule", "show", "siend", "sient",
	"sign", "simpl", "sino", "sinon", "sobal", "sofor", "soit", "solic",
	"solo", "somit", "somme", "sonst", "sorte", "souha", "speci", "strai",
	"suite", "sujet", "suppo", "suyo", "sólo", "tage", "takes", "takin",
	"tanto", "team", "thems", "ticke", "tiemp", "time", "times", "toget",
	"traba", "tras", "tres", "tried", "tries", "trouv", "truly", "tryin",
	"turn", "twice", "unfor", "upon", "usefu", "uses", "usual", "vamos",
	"varia", "vario", "veces", "verda", "veuil", "vient", "voir", "vosot",
	"vraim", "wait", "waiti", "websi", "week", "weeks", "weite", "went",
	"wheth", "whole", "wirkl", "wish", "worry", "write", "wrong", "wrote",
	"wünsc", "year", "years", "zeit", "zieml", "équip", "übrig" };

bool
hd_word_common(struct hd_str stem)
{
	return bsearch(&stem, stems, sizeof(stems) / sizeof(stems[0]),
		   sizeof(stems[0]), hd_word_compare) != NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that say nothing of a case: see commonwords.h. */
#include <stdlib.h>

#include "escalation/commonwords.h"

/* In the order of their bytes. */
static const char *const stems[] = { "aber", "able", "about", "above", "accou",
	"ademá", "afin", "after", "again", "agent", "ahead", "ahora", "aide",
	"aider", "ainsi", "algo", "algui", "algun", "algún", "alle", "allem",
	"allen", "aller", "alles", "allí", "alors", "alrea", "also", "altho",
	"alway", "ander", "anfra", "anlie", "anoth", "answe", "ante", "antes",
	"anyon", "anyth", "apolo", "appre", "après", "aquel", "aquí", "aroun",
	"assez", "assis", "atent", "auch", "aucun", "aujou", "aunqu", "auprè",
	"aussi", "autre", "avait", "avant", "avec", "avez", "avoir", "avons",
	"ayuda", "back", "beauc", "becau", "been", "befor", "beim", "being",
	"below", "berei", "best", "beste", "bette", "betwe", "bien", "bient",
	"bitte", "bonjo", "bonne", "bonso", "both", "bring", "buena", "bueno",
	"busin", "cada", "came", "case", "casi", "cela", "celle", "celui",
	"cepen", "cette", "ceux", "chaqu", "chat", "check", "cher", "chère",
	"click", "clien", "close", "colle", "come", "comme", "como", "compa",
	"compt", "conce", "conse", "consu", "conta", "contr", "conve", "cordi",
	"cosa", "could", "cual", "cualq", "cuand", "cuent", "custo", "cuál",
	"cuánt", "cómo", "dabei", "dafür", "damit", "danac", "dank", "danke",
	"dann", "dans", "darau", "darf", "dass", "davon", "days", "dazu",
	"dear", "debe", "deber", "dein", "deine", "demai", "deman", "denn",
	"depar", "depui", "deren", "derri", "derze", "desde", "desha", "despu",
	"detai", "deux", "devez", "devoi", "dice", "dich", "dies", "diese",
	"doch", "does", "doing", "doit", "donc", "donde", "done", "dont",
	"dort", "down", "duran", "durch", "durin", "déjà", "días", "dónde",
	"each", "eben", "eine", "einem", "einen", "einer", "eines", "einfa",
	"einma", "eithe", "ella", "ellas", "elle", "elles", "ellos", "else",
	"email", "embar", "encim", "encor", "enton", "entre", "equip", "eran",
	"eres", "erst", "est-c", "esta", "estab", "estad", "estar", "estas",
	"este", "esto", "estos", "estoy", "está", "están", "etwas", "euch",
	"euer", "euren", "even", "eveni", "ever", "every", "exact", "faire",
	"fait", "falls", "fast", "faut", "fecha", "find", "fine", "first",
	"fois", "forma", "forwa", "frage", "freue", "freun", "from", "fuero",
	"fully", "furth", "ganz", "gerad", "gern", "gerne", "gets", "getti",
	"gibt", "give", "given", "gives", "givin", "glad", "goes", "going",
	"gone", "good", "graci", "grand", "great", "gruß", "grüße", "guten",
	"habe", "haben", "había", "hace", "hacer", "hacia", "hallo", "happy",
	"hasta", "hatte", "have", "havin", "haya", "hear", "hello", "help",
	"helpe", "helpi", "hemos", "here", "herr", "hers", "herse", "herzl",
	"heute", "hier", "hilfe", "himse", "hola", "hope", "hopef", "hora",
	"horas", "hour", "hours", "howev", "hätte", "igual", "ihnen", "ihre",
	"ihrem", "ihren", "ihrer", "ihres", "immer", "inclu", "incon", "info",
	"infor", "into", "issue", "itsel", "jamai", "jede", "jeder", "jetzt",
	"jour", "jours", "jusqu", "just", "kann", "keep", "kein", "keine",
	"kind", "kindl", "knew", "know", "known", "kolle", "konto", "kunde",
	"kurz", "könne", "könnt", "l'équ", "lado", "laque", "last", "late",
	"later", "least", "leide", "leque", "less", "let's", "leur", "leurs",
	"liebe", "like", "likel", "littl", "long", "look", "looks", "lors",
	"lorsq", "luego", "lugar", "madam", "made", "mail", "maint", "mais",
	"make", "makes", "makin", "malgr", "many", "maybe", "mañan", "mean",
	"means", "mehr", "mein", "meine", "mejor", "melde", "menos", "mensa",
	"merci", "messa", "mich", "mient", "mieux", "might", "mine", "minut",
	"mismo", "mitar", "moins", "momen", "monsi", "month", "more", "morni",
	"most", "much", "mucha", "mucho", "must", "mysel", "même", "möcht",
	"müsse", "nach", "nachr", "nada", "nadie", "name", "near", "nearl",
	"need", "needs", "never", "next", "nice", "nicht", "ningu", "noch",
	"nochm", "nosot", "nothi", "notre", "nous", "nuest", "numbe", "nunca",
	"nächs", "nämli", "oder", "offic", "ohne", "once", "onlin", "only",
	"onto", "open", "order", "other", "otra", "otras", "otro", "otros",
	"ours", "over", "page", "para", "parce", "parfo", "part", "parte",
	"patie", "penda", "peopl", "perha", "pero", "perso", "petit", "peut",
	"peux", "pleas", "plus", "plusi", "poco", "podem", "poder", "podrí",
	"porqu", "posib", "possi", "pour", "pourq", "pouve", "pouvo", "pregu",
	"premi", "prime", "probl", "pront", "propi", "près", "pueda", "puede",
	"puedo", "pues", "puest", "puis", "puisq", "quand", "quedo", "quel",
	"quell", "quelq", "quest", "quick", "quien", "quier", "quite", "quién",
	"quoi", "rathe", "reach", "ready", "reall", "regar", "reply", "reque",
	"respo", "retou", "rien", "right", "répon", "sagen", "said", "salud",
	"same", "sans", "savoi", "sayin", "says", "seem", "seems", "seen",
	"según", "sehr", "sein", "seine", "seit", "selon", "sent", "sera",
	"serai", "servi", "seule", "señor", "shall", "shoul", "show", "sich",
	"siemp", "siend", "sient", "sign", "simpl", "since", "sind", "sino",
	"sinon", "sobal", "sobre", "sofor", "soit", "solic", "solle", "sollt",
	"solo", "some", "someb", "someo", "somet", "somit", "somme", "somos",
	"sonst", "sont", "soon", "sorry", "sorte", "souha", "sous", "speci",
	"still", "strai", "such", "suis", "suite", "sujet", "suppo", "sure",
	"suyo", "sólo", "tage", "take", "taken", "takes", "takin", "tambi",
	"tampo", "tanto", "tarde", "team", "tell", "tengo", "than", "thank",
	"that", "their", "them", "thems", "then", "there", "these", "they",
	"thing", "think", "this", "those", "thoug", "throu", "thus", "ticke",
	"tiemp", "tiene", "till", "time", "times", "toda", "todas", "todav",
	"today", "todo", "todos", "toget", "told", "tomor", "tonig", "took",
	"tous", "tout", "toute", "traba", "tras", "tres", "tried", "tries",
	"trop", "trouv", "truly", "tryin", "très", "turn", "twice", "under",
	"unfor", "unser", "unter", "until", "upon", "used", "usefu", "uses",
	"using", "usted", "usual", "vamos", "varia", "vario", "veces", "verda",
	"vers", "very", "veuil", "viel", "viele", "vient", "voici", "voilà",
	"voir", "vosot", "votre", "voule", "vous", "vraim", "wait", "waiti",
	"wann", "want", "wante", "wants", "warum", "websi", "week", "weeks",
	"weil", "weite", "welch", "welco", "well", "wenn", "went", "werde",
	"were", "what", "whate", "when", "where", "wheth", "which", "while",
	"whole", "whom", "whose", "wiede", "will", "wird", "wirkl", "wish",
	"with", "withi", "witho", "wolle", "won't", "worde", "work", "worki",
	"works", "worry", "would", "write", "wrong", "wrote", "wurde", "wünsc",
	"würde", "yeah", "year", "years", "yeste", "your", "yours", "zeit",
	"zieml", "zwisc", "équip", "êtes", "être", "über", "übrig" };

static int
by_bytes(const void *key, const void *stem)
{
	const char *const *s = stem;
	const struct hd_str *k = key;

	return hd_str_cmp(*k, hd_str(*s));
}

bool
hd_word_common(struct hd_str stem)
{
	return bsearch(&stem, stems, sizeof(stems) / sizeof(stems[0]),
		   sizeof(stems[0]), by_bytes) != NULL;
}

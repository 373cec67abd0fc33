/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole conversations in French. */
#include "gen/say.h"

static const struct gen_issue finance[] = {
	{
	    .name = "card declined", .what = "paiement par carte refusé", .domain = GEN_FINANCE, .weight = 100, .judge = 5,
	    .items = BIT(SLOT_CARD) | BIT(SLOT_AMOUNT), .page = "/cartes",
	    .subject = { "Carte refusée", "Paiement de {amount}" },
	    .open = {
	        "ma carte se terminant par {card} a été refusée [aujourd'hui|le {date}], alors qu'il y a [assez|bien assez] d'argent sur le compte.",
	        "j'ai voulu payer {amount} [à {city}|en ligne] et la carte [n'est pas passée|a été rejetée]. [Pourquoi ?|]",
	        "le sans contact ne marche plus depuis le {date}, carte {card}.",
	        "y a-t-il un plafond sur la carte {card} ? {amount2} est passé, {amount} non.",
	    },
	    .brief = { "il y a un débit de {amount2} que je ne reconnais pas" },
	    .ai = { "Vérifiez dans l'application, Cartes > Plafonds et régions, que les paiements en ligne et le pays sont activés. L'effet est immédiat.", "Le plus souvent, c'est le plafond du jour. Vous pouvez le relever sous Cartes > Plafonds." },
	    .fail = { "Tout est activé et [ça ne marche toujours pas|c'est pareil]." },
	    .macro = { "Votre carte avait été suspendue par précaution après un paiement inhabituel. Je l'ai débloquée, veuillez réessayer dans dix minutes." },
	    .judged = { "Le commerçant de {city} encaisse sous une catégorie que votre société exclut. Je l'ai ouvert pour lui seul jusqu'à {day}, avec l'accord de {peer}." },
	},
	{
	    .name = "transfer pending", .what = "virement non arrivé", .domain = GEN_FINANCE, .weight = 60, .judge = 12,
	    .items = BIT(SLOT_AMOUNT) | BIT(SLOT_DATE), .page = "/virements",
	    .subject = { "Virement du {date}", "Virement [bloqué|en attente]" },
	    .open = {
	        "j'ai viré {amount} le {date} et le destinataire n'a [rien reçu|toujours rien].",
	        "mon virement de {amount} est 'en cours' depuis le {date}. [Est-ce normal ?|]",
	        "[mon propriétaire|notre fournisseur] dit que les {amount} du {date} ne sont jamais arrivés.",
	        "pouvez-vous retrouver un paiement ? {amount}, le {date}, compte {acct}.",
	    },
	    .brief = { "un virement vers {city} est encore en attente" },
	    .ai = { "Les virements faits après 16 h partent le jour ouvré suivant. Vous voyez l'étape sous Paiements > Sortants." },
	    .fail = { "Ce délai est largement passé." },
	    .macro = { "La banque du destinataire a renvoyé la somme, car le nom et le compte ne correspondaient pas. Elle sera sur votre compte demain soir." },
	    .judged = { "L'autre banque a crédité un numéro presque identique et accepte un rappel. Je laisse les frais de {amount2} en suspens jusqu'à la réponse." },
	},
	{ .name = NULL },
};

static const struct gen_issue telecom[] = {
	{
	    .name = "eSIM activation", .what = "eSIM qui ne s'active pas", .domain = GEN_TELECOM, .weight = 40, .judge = 6,
	    .items = BIT(SLOT_DEVICE) | BIT(SLOT_PHONE) | BIT(SLOT_ERROR), .page = "/esim",
	    .subject = { "eSIM", "Activation eSIM" },
	    .open = {
	        "nouveau téléphone ({device}) et l'eSIM [ne s'active pas|refuse de s'activer] : {error}.",
	        "j'ai scanné le code [deux|trois] fois, toujours {error}.",
	        "l'eSIM du {phone} reste sur 'activation' depuis [hier|{time}].",
	        "j'ai réinitialisé mon {device} et le code n'est plus valable.",
	    },
	    .brief = { "la deuxième eSIM reste bloquée" },
	    .ai = { "Supprimez le profil inachevé, redémarrez en Wi-Fi et scannez de nouveau. Un nouveau code se trouve sous Mon numéro > eSIM." },
	    .fail = { "Supprimé, redémarré, encore {error}." },
	    .macro = { "L'ancien profil était encore lié à votre téléphone précédent. Je l'ai libéré et vous ai envoyé un nouveau code par e-mail." },
	    .judged = { "Votre {device} est importé et ne figure pas sur notre liste. {peer} l'a saisi à la main ; s'il décroche avant {day}, nous envoyons une carte à nos frais." },
	},
	{
	    .name = "bill higher than expected", .what = "facture trop élevée", .domain = GEN_TELECOM, .weight = 100, .judge = 15,
	    .items = BIT(SLOT_INVOICE) | BIT(SLOT_AMOUNT), .page = "/factures",
	    .subject = { "Facture {invoice}", "Facture trop élevée" },
	    .open = {
	        "ma facture {invoice} est de {amount} au lieu de {amount2}. [Pourquoi ?|D'où vient l'écart ?]",
	        "d'où viennent les {amount} de la dernière facture ? Mon numéro : {phone}.",
	        "la remise [promise|convenue] manque sur la facture {invoice}.",
	        "vous facturez {amount} de services tiers que je n'ai jamais commandés.",
	    },
	    .brief = { "la remise manque sur la facture {invoice}" },
	    .ai = { "Le mois d'un changement d'offre, la facture contient une partie de l'ancienne et toute la nouvelle. Chaque ligne est expliquée sous Compte > Factures > Détails." },
	    .fail = { "Je n'ai [rien changé|jamais changé d'offre]." },
	    .macro = { "La remise s'était arrêtée par erreur. Je l'ai remise en place et j'ai crédité la différence." },
	    .judged = { "D'après le contrat, la somme est juste. La boutique de {city} avait pourtant noté 'tout compris' : nous prenons la moitié, {amount2}, {peer} est d'accord." },
	},
	{ .name = NULL },
};

static const struct gen_issue saas[] = {
	{
	    .name = "single sign-on login", .what = "connexion impossible", .domain = GEN_SAAS, .weight = 100, .judge = 8,
	    .items = BIT(SLOT_EMAIL) | BIT(SLOT_BROWSER) | BIT(SLOT_ERROR), .page = "/login?lang=fr",
	    .subject = { "Connexion impossible", "Connexion" },
	    .open = {
	        "je n'arrive plus à me connecter avec {email}. [La page se recharge.|J'obtiens {error}.]",
	        "depuis le {date} la connexion de l'entreprise s'arrête sur {error}.",
	        "le lien de connexion est expiré avant d'arriver, {email}.",
	        "nouveau téléphone, les codes de {email} sont refusés.",
	    },
	    .brief = { "{count} d'entre nous ne peuvent pas se connecter" },
	    .ai = { "Effacez les cookies de notre adresse et partez de la page de connexion de votre entreprise plutôt que d'un favori.", "Un lien vaut dix minutes, et seulement dans le navigateur qui l'a demandé." },
	    .fail = { "Cookies effacés, autre navigateur, encore {error}." },
	    .macro = { "J'ai réinitialisé le second facteur de votre compte. Connectez-vous avec le mot de passe et scannez le nouveau code." },
	    .judged = { "Les deux annuaires réclament {email}. Fusionner ferait perdre les anciens commentaires ; j'ai donc renommé l'un d'eux, réversible jusqu'à {day}." },
	},
	{
	    .name = "copy of invoice", .what = "copie de facture", .domain = GEN_SAAS, .weight = 60, .judge = 4,
	    .items = BIT(SLOT_INVOICE) | BIT(SLOT_DATE), .page = "/parametres/facturation",
	    .subject = { "Facture {invoice}", "Facture manquante" },
	    .open = {
	        "[pourriez-vous m'envoyer|il me faut] la facture du {date} ? [La comptabilité la demande.|]",
	        "la facture {invoice} porte [l'ancienne adresse|un mauvais numéro de TVA].",
	        "où trouver nos factures ? [Je n'ai pas souscrit moi-même.|]",
	        "les factures partent chez un ancien collègue, merci de les envoyer à {email}.",
	    },
	    .brief = { "la facture {invoice} porte l'ancienne adresse" },
	    .ai = { "Toutes les factures sont sous Paramètres > Facturation > Factures. L'adresse se change une page avant." },
	    .fail = { "Je n'ai pas 'Facturation' dans mes paramètres." },
	    .macro = { "J'ai réédité la facture avec les données corrigées ; elle remplace la précédente." },
	    .judged = { "Une facture close ne se divise pas. Nous annulons {invoice} et en faisons deux de {amount2} ; il faut pour cela votre accord écrit à {peer} avant {day}." },
	},
	{ .name = NULL },
};

static const struct gen_issue shop[] = {
	{
	    .name = "where is my order", .what = "livraison en retard", .domain = GEN_SHOP, .weight = 100, .judge = 5,
	    .items = BIT(SLOT_ORDER) | BIT(SLOT_TRACK), .page = "/compte/commandes/{order}",
	    .subject = { "Commande {order}", "Livraison [en retard|manquante]" },
	    .open = {
	        "où est ma commande {order} ? Elle devait [arriver|être là] le {date}.",
	        "le colis {track} ne bouge plus depuis le {date}, à {city}.",
	        "livré selon le transporteur, mais il n'y a rien [ici|chez les voisins]. {order}.",
	        "de la commande {order} je n'ai reçu que la moitié, il manque : {product}.",
	    },
	    .brief = { "la commande {order} n'est toujours pas là" },
	    .ai = { "Votre colis est chez le transporteur. L'étape se voit sous Mes commandes > Suivi ; comptez encore deux jours ouvrés.", "Regardez à l'endroit convenu. La photo du livreur est sous Suivi > Preuve." },
	    .fail = { "Les deux jours sont passés [depuis longtemps|]." },
	    .macro = { "Le colis s'est perdu en route, j'en suis désolée. J'ai renvoyé votre commande aujourd'hui en express." },
	    .judged = { "Sur les {count} articles, un seul reste à {city}. Je l'ai pris sur une commande d'octobre, il part {day} ; le reste est remboursé, {amount2}." },
	},
	{
	    .name = "damaged on arrival", .what = "article abîmé", .domain = GEN_SHOP, .weight = 50, .judge = 45,
	    .items = BIT(SLOT_ORDER) | BIT(SLOT_PRODUCT), .page = "/retours",
	    .subject = { "Article abîmé", "{order}" },
	    .open = {
	        "l'article {product} est arrivé [cassé|fendu|rayé]. Commande {order}.",
	        "sur {order}, [un pied|un coin] est tordu. [Avez-vous des pièces ?|]",
	        "le carton était intact, le contenu ({product}) non.",
	        "c'est la deuxième fois qu'il y a [une rayure|un choc] sur {order}.",
	    },
	    .brief = { "il manque les vis de {order}" },
	    .ai = { "J'en suis désolé. Déposez deux photos sous Mes commandes > Dommage, puis choisissez remplacement, pièce ou remboursement." },
	    .fail = { "L'envoi des photos s'arrête." },
	    .macro = { "Le remplacement est en route et arrive sous quatre jours ouvrés. Vous pouvez garder l'article abîmé." },
	    .judged = { "La fente suit le fil du bois, ce n'est pas le transport. Si cela vous convient, {amount2} de moins ; sinon nous le reprenons à nos frais.", "C'était le dernier dans cette teinte. {peer} peut passer {day} réparer le bord, ou bien vous prenez le chêne et nous payons l'écart de {amount2}." },
	},
	{ .name = NULL },
};

static const struct gen_issue it[] = {
	{
	    .name = "VPN", .what = "connexion VPN", .domain = GEN_IT, .weight = 100, .judge = 8,
	    .items = BIT(SLOT_HOST) | BIT(SLOT_ERROR), .page = "/portail/etat",
	    .subject = { "VPN", "VPN {error}" },
	    .open = {
	        "le VPN [coupe|décroche] toutes les dix minutes depuis le {date}, poste {host}.",
	        "impossible de me connecter de chez moi : {error}.",
	        "le VPN est connecté, mais pas d'intranet. {host}.",
	        "après la mise à jour du {date}, le client demande un certificat.",
	    },
	    .brief = { "le VPN de {host} décroche" },
	    .ai = { "Redémarrez le client et choisissez la passerelle 'Nord'. Pour un certificat, ouvrez le portail et appuyez sur Renouveler." },
	    .fail = { "Nord donne {error} aussi." },
	    .macro = { "Votre certificat avait expiré. J'en ai émis un nouveau, il s'installe seul en 15 minutes." },
	    .judged = { "Votre fournisseur utilise une plage que nous avons en interne. Plutôt que de changer la nôtre pour une personne, {peer} vous apporte un petit routeur {day}." },
	},
	{ .name = NULL },
};

static const char *const *const cust[GEN_NSAY] = {
	[SAY_HELLO] = LIST(
	    "Bonjour,", "Bonsoir,", "Madame, Monsieur,", "Bonjour à l'équipe,"),
	[SAY_BYE] = LIST("[Merci|Merci d'avance],\n{name}",
	    "Cordialement,\n{full}", "{name}", "Bien à vous, {name}"),
	[SAY_CALM] = LIST("Rien d'urgent.",
	    "Ce n'est pas une plainte, juste une question.",
	    "Sinon, tout va bien.", "Merci pour votre aide."),
	[SAY_ANGRY] = LIST(
	    "[Franchement|Sincèrement], je commence à perdre patience.",
	    "C'est la [deuxième|troisième|quatrième] fois que j'écris. [Quelqu'un lit-il ces messages ?|]",
	    "J'y ai passé [deux heures|la matinée] pour rien.",
	    "C'est vraiment n'importe quoi, [désolé|excusez-moi].",
	    "On m'avait promis un rappel, [rien|j'attends encore].",
	    "Je suis très mécontent."),
	[SAY_ANGRY_MORE] = LIST(
	    "C'est exactement ce que je viens de faire. Lisez-vous mes messages ?",
	    "Et il faut encore attendre ?", "Nous tournons en rond."),
	[SAY_STAKES] = LIST(
	    "Si ce n'est pas réglé avant {day}, notre avocat prend la suite.",
	    "Les salaires de {count} personnes partent ce soir, sans cela personne n'est payé.",
	    "Quelqu'un d'autre est entré dans mon compte : connexion de {city} à {time}, ce n'était pas moi.",
	    "Depuis {time} tout est à l'arrêt chez nous, nous perdons {amount} par heure.",
	    "Le délai du fisc est {day} à midi. Au-delà, c'est {amount2} d'amende.",
	    "Je suis bloquée à la gare de {city} avec deux enfants et sans argent."),
	[SAY_ALSO] = LIST("[Par ailleurs|En plus], {also}.",
	    "Autre chose : {also}.", "Tant que j'y suis : {also}."),
	[SAY_CONTEXT] =
	    LIST("J'écris pour {company}.", "Je suis joignable jusqu'à {time}.",
		"Je n'ai rien trouvé dans l'aide."),
	[SAY_PERSON] = LIST("Puis-je parler à [une personne|quelqu'un] ?",
	    "Je préfère une réponse d'un conseiller.",
	    "Passez-moi quelqu'un s'il vous plaît."),
	[SAY_FAIL] = LIST("J'ai essayé, [rien ne change|sans succès].",
	    "Ce n'était pas ma question.", "Hélas non, c'est comme avant."),
	[SAY_OK] = LIST("[Parfait|Super], ça marche, merci !",
	    "C'est bon, merci beaucoup.", "Merci {agent}.", "Trouvé, merci 👍"),
	[SAY_GIVE_UP] = LIST(
	    "Tant pis, je laisse tomber.", "Cela ne mène à rien, au revoir."),
	[SAY_GIVE] = LIST("{value}", "C'est {value}.", "Bien sûr : {value}"),
	[SAY_REGIVE] = LIST("{value}, comme plus haut.",
	    "Encore une fois : {value}", "Je l'avais écrit : {value}."),
	[SAY_REGIVE_CROSS] = LIST("C'est pourtant écrit plus haut : {value} !",
	    "{value}. Pourquoi me le demander deux fois ?"),
	[SAY_CHASE] =
	    LIST("Avez-vous du nouveau ?", "Bonjour, quelqu'un s'en occupe ?",
		"Sans nouvelles depuis {days} jours."),
	[SAY_REOPEN] =
	    LIST("C'est encore moi : c'est revenu [ce matin|hier soir].",
		"Trop vite réjouie, c'est comme avant."),
	[SAY_FOLLOW] =
	    LIST("Au sujet de ma demande {prev}, qui n'est pas réglée :",
		"Suite à {prev}, la réponse n'a pas aidé :"),
	[SAY_GOOD] =
	    LIST("rapide et aimable", "{agent} a été très patient", "parfait"),
	[SAY_BAD] =
	    LIST("j'ai dû tout répéter", "beaucoup trop long", "pas résolu"),
	[SAY_SIGN] = LIST("{full}\n{company}\nTél. {phone}",
	    "Envoyé de mon téléphone", "{full} | {company}"),
};

static const char *const *const team[GEN_NSAY] = {
	[SAY_AI_HELLO] = LIST(
	    "Bonjour {name}, je suis {bot}, l'assistant de {brand}.",
	    "Bonjour ! Ici {bot}.", "Merci pour votre message, {name}.", ""),
	[SAY_AI_END] =
	    LIST("Cela vous aide-t-il ?", "Dites-moi si cela fonctionne.", ""),
	[SAY_AI_ASK] = LIST("Une petite question d'abord :",
	    "Pour que je puisse regarder :", ""),
	[SAY_AI_CLOSE] =
	    LIST("Avec plaisir, bonne journée !", "Ravi que cela fonctionne."),
	[SAY_AI_RETRY] = LIST("Désolé. Essayons autrement :", "Je comprends."),
	[SAY_KEPT] = LIST(
	    "Je ne peux pas régler cela moi-même. Je le transmets à {team} avec vos indications ({given}), vous n'aurez rien à répéter.",
	    "Un conseiller de {team} prend la suite avec tout sous les yeux : {what} ; {given}."),
	[SAY_BARE] = LIST("Je vous mets en relation avec un collègue.",
	    "Un instant, quelqu'un va vous répondre."),
	[SAY_DEAD] = LIST(
	    "Je ne peux pas vous aider sur ce point. Veuillez appeler entre 9 h et 17 h.",
	    "Je n'ai rien trouvé à ce sujet. Je ferme la conversation."),
	[SAY_SUMMARY] = LIST(
	    "Résumé de {bot} : {full} ({company}, {plan}). Sujet : {what}. Connu : {given}. Étapes de l'article sans succès.",
	    "Transfert : {what} - {given}. Accès au compte nécessaire."),
	[SAY_AG_HELLO] =
	    LIST("Bonjour {name},", "Bonjour {name}, ici {agent}.", "Bonjour,"),
	[SAY_AG_ACK] = LIST("j'ai lu l'échange, j'ai bien {given}.",
	    "merci pour les précisions ({given})."),
	[SAY_AG_ASK] =
	    LIST("je m'en occupe volontiers.", "une question d'abord :", ""),
	[SAY_AG_END] = LIST("Cordialement, {agent}", "{agent}, {brand}", ""),
	[SAY_NEAR] = LIST("J'ai déjà {given}, inutile de le renvoyer.",
	    "Quel jour vous conviendrait pour un appel, au besoin ?",
	    "Souhaitez-vous la confirmation par courrier ou par e-mail ?"),
	[SAY_CHECK] = LIST(
	    "Je vérifie avec {team} et reviens vers vous avant {day}.",
	    "J'ai demandé à {peer} et vous écris dès que j'ai une réponse."),
	[SAY_DECIDE] = LIST(
	    "Ce n'est peut-être pas tout ce que vous espériez, mais je peux le défendre.",
	    "Si vous préférez l'autre solution, dites-le avant {day}.",
	    "{peer} est du même avis.",
	    "Pour la partie ouverte, je vous appelle {day}."),
	[SAY_REASON] = LIST("Je l'ai comparé aux {count} entrées précédentes.",
	    "Ce n'est pas un cas courant.", ""),
	[SAY_CORRECT] = LIST(
	    "Ce que {bot} vous a écrit ne vaut pas pour vous. Voici ce qui est juste :",
	    "Oubliez les étapes données tout à l'heure, elles datent d'une ancienne version."),
	[SAY_NOTE] = LIST("Compte vérifié, {plan}, rien à signaler.",
	    "Vu avec {peer}, j'attends sa réponse."),
	[SAY_MOVE] = LIST("Pour {team} : {what}, {given}.",
	    "À {team}, ce n'est pas chez nous."),
	[SAY_REOPEN_FIX] = LIST(
	    "Désolée que ce soit revenu. J'ai tout refait et je surveille jusqu'à {day}.",
	    "Il y avait une seconde cause, elle est réglée aussi."),
	[SAY_AUTO_ACK] = LIST(
	    "Nous avons reçu votre demande ({ref}) et répondons sous un jour ouvré."),
	[SAY_OUTBOUND] = LIST(
	    "Bonjour {name}, le {date} nous intervenons entre 2 h et 4 h. Vous n'avez rien à faire."),
	[SAY_QUOTE] = LIST(
	    "Le {date}, {brand} a écrit :", "De : {brand}\nEnvoyé : {date}"),
};

static const char *const sys[] = {
	"Le même compte alimente aussi notre comptabilité, où les chiffres sont faux.",
	"L'application affiche autre chose que le site.",
	"Nos archives et la badgeuse s'en servent également.",
	NULL,
};

static const char *const cond[] = {
	"Si ce n'est pas possible avant {day}, je prendrais l'autre solution, mais au même prix seulement.",
	"Cela ne touche que ceux qui étaient à {city}, et encore, pas tous.",
	"Au-delà de {amount2} il me faut une seconde signature, sauf si l'ancienne règle reste.",
	"Vaut-il mieux attendre ou prendre la solution provisoire, et que se passe-t-il si l'on mélange ?",
	NULL,
};

const struct gen_lang gen_fr = {
	.code = "fr",
	.issues = { finance, telecom, saas, shop, it },
	.cust = cust,
	.team = team,
	.sys = { sys, sys, sys, sys, sys },
	.cond = { cond, cond, cond, cond, cond },
	.label = { "commande", "facture", "erreur", "appareil", "date", "montant", "téléphone", "e-mail", "navigateur", "projet", "article", "colis", "carte", "numéro client", "poste" },
	.ask = {
	    LIST("Quel est votre numéro de commande ?", "Pouvez-vous m'indiquer le numéro de la commande ?"),
	    LIST("Quel est le numéro de la facture ?", "De quelle facture s'agit-il ?"),
	    LIST("Quel message d'erreur voyez-vous exactement ?"),
	    LIST("Quel appareil avez-vous ?", "De quel modèle s'agit-il ?"),
	    LIST("Quand était-ce exactement ?", "À quelle date est-ce arrivé ?"),
	    LIST("Quel était le montant ?", "De quelle somme s'agit-il ?"),
	    LIST("De quel numéro de téléphone s'agit-il ?"),
	    LIST("Quelle est votre adresse e-mail ?", "Sous quelle adresse êtes-vous inscrit ?"),
	    LIST("Quel navigateur utilisez-vous ?"),
	    LIST("De quel projet s'agit-il ?"),
	    LIST("De quel article s'agit-il ?"),
	    LIST("Quel est le numéro de suivi ?"),
	    LIST("Quels sont les quatre derniers chiffres de la carte ?"),
	    LIST("Quel est votre numéro client ?", "De quel compte s'agit-il ?"),
	    LIST("De quel poste s'agit-il ?"),
	},
};

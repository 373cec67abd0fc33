/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole conversations in German. */
#include "gen/say.h"

static const struct gen_issue finance[] = {
	{
	    .name = "card declined", .what = "abgelehnte Kartenzahlung", .domain = GEN_FINANCE, .weight = 100, .judge = 5,
	    .items = BIT(SLOT_CARD) | BIT(SLOT_AMOUNT), .page = "/karten",
	    .subject = { "Karte [abgelehnt|geht nicht]", "Zahlung über {amount}" },
	    .open = {
	        "meine Karte mit der Endung {card} wurde [heute|am {date}] [abgelehnt|nicht angenommen], obwohl [genug Geld|ausreichend Guthaben] auf dem Konto ist.",
	        "ich wollte [in {city}|online] {amount} [bezahlen|zahlen] und die Karte [ging nicht|wurde abgewiesen]. [Woran liegt das?|Was ist da los?]",
	        "kontaktlos geht [seit dem {date}|nicht mehr], mit PIN schon. Karte {card}.",
	        "seit dem {date} [schlagen|gehen] alle Zahlungen im Internet [fehl|schief].",
	        "[gibt es|besteht] ein Limit für die Karte {card}? {amount2} ging, {amount} nicht.",
	    },
	    .brief = { "eine Abbuchung über {amount2} kann ich nicht zuordnen" },
	    .ai = { "Bitte prüfen Sie in der App unter Karten > Limits und Regionen, ob Online-Zahlungen und das Land eingeschaltet sind. Änderungen gelten sofort.", "Meist ist das Tageslimit erreicht. Unter Karten > Limits können Sie es selbst erhöhen." },
	    .fail = { "Dort ist alles eingeschaltet. [Gleiches Ergebnis.|Geht trotzdem nicht.]" },
	    .macro = { "Ihre Karte war nach einer ungewöhnlichen Zahlung vorsorglich gesperrt. Ich habe sie freigegeben; bitte versuchen Sie es in zehn Minuten noch einmal." },
	    .judged = { "Der Händler in {city} rechnet über eine Branche ab, die Ihr Arbeitgeber ausgeschlossen hat. Ich habe nur diesen einen freigeschaltet, bis {day}, und {peer} hat das bestätigt.", "Ich habe die letzten {count} Buchungen durchgesehen. Zwei Teilzahlungen zu {amount2} nimmt die Gegenseite an; dafür steht Ihr Limit bis {day} höher." },
	},
	{
	    .name = "transfer pending", .what = "Überweisung nicht angekommen", .domain = GEN_FINANCE, .weight = 60, .judge = 12,
	    .items = BIT(SLOT_AMOUNT) | BIT(SLOT_DATE) | BIT(SLOT_ACCT), .page = "/zahlungen",
	    .subject = { "Überweisung vom {date}", "Wo ist mein Geld?" },
	    .open = {
	        "ich habe am {date} {amount} überwiesen und der Empfänger [hat nichts|wartet immer noch].",
	        "meine Überweisung über {amount} [hängt|steht] seit dem {date} auf 'in Bearbeitung'.",
	        "[mein Vermieter|unser Lieferant] sagt, die {amount} vom {date} seien nie angekommen. Konto {acct}.",
	        "können Sie eine Zahlung [suchen|nachverfolgen]? {amount}, {date}.",
	    },
	    .brief = { "eine Überweisung nach {city} ist noch offen" },
	    .ai = { "Überweisungen nach 16 Uhr gehen am nächsten Werktag hinaus. Den Stand sehen Sie unter Zahlungen > Ausgang.", "Eine erste Zahlung an einen neuen Empfänger halten wir zu Ihrer Sicherheit bis zu 24 Stunden an." },
	    .fail = { "Das ist [längst|schon lange] vorbei, es war der {date}." },
	    .macro = { "Die Empfängerbank hat den Betrag zurückgeschickt, weil Name und Konto nicht zusammenpassen. Er ist bis morgen Abend wieder auf Ihrem Konto." },
	    .judged = { "Die andere Bank hat an eine fast gleiche Nummer gutgeschrieben. Sie stimmt einem Rückruf zu; die Gebühr von {amount2} lasse ich ruhen, bis wir Bescheid haben." },
	},
	{ .name = NULL },
};

static const struct gen_issue telecom[] = {
	{
	    .name = "eSIM activation", .what = "eSIM lässt sich nicht aktivieren", .domain = GEN_TELECOM, .weight = 40, .judge = 6,
	    .items = BIT(SLOT_DEVICE) | BIT(SLOT_PHONE) | BIT(SLOT_ERROR), .page = "/esim",
	    .subject = { "eSIM", "eSIM [geht nicht|hängt]" },
	    .open = {
	        "neues Handy ({device}), aber die eSIM [lässt sich nicht aktivieren|wird nicht aktiv]. Meldung: {error}.",
	        "ich habe den Code [zweimal|mehrmals] gescannt, es kommt immer {error}.",
	        "die eSIM für {phone} hängt seit [gestern|{time} Uhr] bei 'wird aktiviert'.",
	        "nach dem Zurücksetzen meines {device} ist der Code [verbraucht|ungültig].",
	    },
	    .brief = { "die zweite eSIM hängt bei 'wird aktiviert'" },
	    .ai = { "Bitte löschen Sie das halbfertige Profil, starten Sie das Telefon im WLAN neu und scannen Sie den Code noch einmal. Einen neuen Code gibt es unter Meine Nummer > eSIM.", "Die Aktivierung dauert etwa 15 Minuten. Bitte im WLAN bleiben und den Flugmodus einmal ein- und ausschalten." },
	    .fail = { "Gelöscht, neu gestartet, wieder {error}." },
	    .macro = { "Das alte Profil hing noch an Ihrem früheren Telefon. Ich habe es gelöst und Ihnen einen frischen Code per E-Mail geschickt." },
	    .judged = { "Ihr {device} ist ein Import und steht nicht in unserer Liste. {peer} hat es von Hand eingetragen; fällt es vor {day} aus, schicken wir auf unsere Kosten eine Karte aus Plastik." },
	},
	{
	    .name = "bill higher than expected", .what = "zu hohe Rechnung", .domain = GEN_TELECOM, .weight = 100, .judge = 15,
	    .items = BIT(SLOT_INVOICE) | BIT(SLOT_AMOUNT), .page = "/rechnungen",
	    .subject = { "Rechnung {invoice}", "Rechnung zu hoch" },
	    .open = {
	        "meine Rechnung {invoice} beträgt {amount}, sonst sind es {amount2}. [Warum?|Wie kommt das?]",
	        "woher kommen die {amount} auf der [neuen|letzten] Rechnung? Meine Nummer ist {phone}.",
	        "der [versprochene Rabatt|Rabatt] fehlt auf Rechnung {invoice}.",
	        "Sie berechnen {amount} für Drittanbieter. Ich habe [nichts bestellt|so etwas nie bestellt].",
	    },
	    .brief = { "auf der Rechnung {invoice} fehlt der Rabatt" },
	    .ai = { "Im Monat eines Tarifwechsels stehen ein Teil des alten und der ganze neue Tarif auf der Rechnung. Unter Konto > Rechnungen > Einzelheiten ist jede Zeile erklärt." },
	    .fail = { "Ich habe [den Tarif nie|nichts] gewechselt." },
	    .macro = { "Der Rabatt war irrtümlich ausgelaufen. Ich habe ihn neu eingetragen und die Differenz gutgeschrieben." },
	    .judged = { "Nach dem Vertrag stimmt der Betrag. Der Laden in {city} hat Ihnen aber 'alles inklusive' notiert, deshalb tragen wir die Hälfte, {amount2}, und {peer} hat zugestimmt." },
	},
	{ .name = NULL },
};

static const struct gen_issue saas[] = {
	{
	    .name = "single sign-on login", .what = "Anmeldung scheitert", .domain = GEN_SAAS, .weight = 100, .judge = 8,
	    .items = BIT(SLOT_EMAIL) | BIT(SLOT_BROWSER) | BIT(SLOT_ERROR), .page = "/login?lang=de",
	    .subject = { "Anmeldung [geht nicht|nicht möglich]", "Login" },
	    .open = {
	        "ich [kann mich nicht anmelden|komme nicht hinein], Adresse {email}. [Die Seite lädt nur neu.|Es kommt {error}.]",
	        "seit dem {date} [endet|scheitert] unsere Firmenanmeldung mit {error}.",
	        "der Anmeldelink ist [abgelaufen|ungültig], bevor er ankommt. {email}",
	        "neues Telefon, und die Codes für {email} [stimmen nicht|werden nicht angenommen].",
	    },
	    .brief = { "{count} von uns können sich nicht anmelden" },
	    .ai = { "Bitte löschen Sie die Cookies für unsere Adresse und beginnen Sie auf der Anmeldeseite Ihrer Firma statt über ein Lesezeichen.", "Ein Link gilt zehn Minuten und nur in dem Browser, in dem er angefordert wurde." },
	    .fail = { "Cookies gelöscht, anderer Browser, wieder {error}." },
	    .macro = { "Ich habe den zweiten Faktor für Ihr Konto zurückgesetzt. Bitte melden Sie sich mit dem Kennwort an und scannen Sie den neuen Code." },
	    .judged = { "Beide Verzeichnisse beanspruchen {email}. Zusammenlegen kostet die älteren Kommentare, darum habe ich das eine umbenannt; bis {day} lässt sich das noch umkehren." },
	},
	{
	    .name = "copy of invoice", .what = "Rechnungskopie", .domain = GEN_SAAS, .weight = 60, .judge = 4,
	    .items = BIT(SLOT_INVOICE) | BIT(SLOT_DATE), .page = "/einstellungen/abrechnung",
	    .subject = { "Rechnung {invoice}", "Rechnung [fehlt|bitte]" },
	    .open = {
	        "[bitte schicken Sie mir|ich brauche] die Rechnung vom {date}. [Die Buchhaltung fragt.|]",
	        "auf der Rechnung {invoice} steht die [alte Anschrift|falsche Steuernummer].",
	        "wo finde ich unsere Rechnungen? [Ich habe den Vertrag nicht selbst abgeschlossen.|]",
	        "die Rechnungen gehen an [einen früheren Kollegen|die falsche Person], bitte künftig an {email}.",
	    },
	    .brief = { "die Rechnung {invoice} hat die alte Anschrift" },
	    .ai = { "Alle Rechnungen liegen unter Einstellungen > Abrechnung > Rechnungen als PDF. Die Anschrift ändern Sie eine Seite davor." },
	    .fail = { "Abrechnung [gibt es bei mir nicht|wird mir nicht angezeigt]." },
	    .macro = { "Ich habe die Rechnung mit den berichtigten Angaben neu ausgestellt; sie ersetzt die frühere." },
	    .judged = { "Eine fertige Rechnung lässt sich nicht teilen. Wir stornieren {invoice} und schreiben zwei über {amount2}; weil das über das Quartal geht, braucht {peer} bis {day} Ihr schriftliches Ja." },
	},
	{ .name = NULL },
};

static const struct gen_issue shop[] = {
	{
	    .name = "where is my order", .what = "verspätete Lieferung", .domain = GEN_SHOP, .weight = 100, .judge = 5,
	    .items = BIT(SLOT_ORDER) | BIT(SLOT_TRACK), .page = "/konto/bestellungen/{order}",
	    .subject = { "Bestellung {order}", "Lieferung [fehlt|verspätet]" },
	    .open = {
	        "wo [bleibt|ist] meine Bestellung {order}? Sie sollte am {date} [kommen|da sein].",
	        "die Sendung {track} [bewegt sich nicht|steht] seit dem {date} in {city}.",
	        "laut Bote zugestellt, aber [hier ist nichts|bei den Nachbarn ist auch nichts]. {order}.",
	        "von {order} kam nur [ein Teil|die Hälfte], es fehlt: {product}.",
	    },
	    .brief = { "Bestellung {order} ist immer noch nicht da" },
	    .ai = { "Ihr Paket ist beim Boten. Unter Meine Bestellungen > Verfolgen sehen Sie den Stand; bitte geben Sie ihm noch zwei Werktage.", "Bitte schauen Sie am vereinbarten Ablageort nach. Das Foto des Fahrers steht unter Verfolgen > Nachweis." },
	    .fail = { "Die zwei Tage sind [um|längst vorbei]." },
	    .macro = { "Das Paket ging unterwegs verloren, das tut mir leid. Ich habe Ihre Bestellung heute noch einmal per Express verschickt." },
	    .judged = { "Von den {count} Teilen liegt nur eines noch in {city}. Ich habe es aus einer anderen Bestellung genommen, die erst im Oktober fällig ist; es geht {day} hinaus, den Rest erstatte ich, {amount2}." },
	},
	{
	    .name = "damaged on arrival", .what = "beschädigte Ware", .domain = GEN_SHOP, .weight = 50, .judge = 45,
	    .items = BIT(SLOT_ORDER) | BIT(SLOT_PRODUCT), .page = "/ruecksendung",
	    .subject = { "Ware [beschädigt|defekt]", "{order}" },
	    .open = {
	        "Artikel {product} kam [zerbrochen|mit einem Riss|verkratzt] an. Bestellung {order}.",
	        "bei {order} ist [ein Bein|eine Ecke] verbogen. [Gibt es Ersatzteile?|]",
	        "der Karton war heil, der Inhalt ({product}) [nicht|in zwei Teilen].",
	        "schon das zweite Mal [Kratzer|eine Delle] bei {order}.",
	    },
	    .brief = { "bei {order} fehlen die Schrauben" },
	    .ai = { "Das tut mir leid. Bitte laden Sie unter Meine Bestellungen > Schaden zwei Fotos hoch; dann wählen Sie Ersatz, Teil oder Geld zurück." },
	    .fail = { "Das Hochladen [bricht ab|geht nicht]." },
	    .macro = { "Der Ersatz ist unterwegs und kommt in vier Werktagen. Das beschädigte Stück können Sie behalten." },
	    .judged = { "Der Riss läuft mit der Maserung, das ist Holz und kein Transport. Wenn Sie damit leben können, gehen {amount2} ab, sonst nehmen wir es auf unsere Kosten zurück.", "Es war das letzte in der Farbe. {peer} könnte die Kante am {day} bei Ihnen richten, oder Sie nehmen Eiche und wir tragen die Differenz von {amount2}." },
	},
	{ .name = NULL },
};

static const struct gen_issue it[] = {
	{
	    .name = "password reset", .what = "Kennwort", .domain = GEN_IT, .weight = 100, .judge = 3,
	    .items = BIT(SLOT_HOST) | BIT(SLOT_EMAIL), .page = "/portal/kennwort",
	    .subject = { "Kennwort", "Konto gesperrt" },
	    .open = {
	        "mein Konto ist seit [dem Urlaub|{date}] gesperrt. Rechner {host}.",
	        "ich habe mein Kennwort [vergessen|im Urlaub vergessen]. {email}",
	        "der Laptop {host} will das alte Kennwort, alles andere das neue.",
	        "die Seite zum Zurücksetzen nimmt [kein|mein neues] Kennwort nicht an.",
	    },
	    .brief = { "{host} will noch das alte Kennwort" },
	    .ai = { "Im Portal unter Kennwort > Zurücksetzen bestätigen Sie mit dem Code auf dem Telefon. Das neue braucht 14 Zeichen." },
	    .fail = { "Der Code geht an eine Nummer, die ich nicht mehr habe." },
	    .macro = { "Ich habe Ihr Konto entsperrt und ein vorläufiges Kennwort gesetzt, das Ihre Leitung Ihnen gibt." },
	    .judged = { "Das Postfach von {peer} öffnen wir auch in der Vertretung nicht. Für die Ausschreibung habe ich bis {day} einen Stellvertreter mit Leserechten eingerichtet, das Personalbüro hat zugestimmt." },
	},
	{ .name = NULL },
};

static const char *const *const cust[GEN_NSAY] = {
	[SAY_HELLO] =
	    LIST("Hallo,", "Guten Tag,", "Sehr geehrte Damen und Herren,",
		"Guten [Morgen|Abend],", "Liebes Team von {brand},"),
	[SAY_BYE] = LIST("[Danke|Vielen Dank] und [viele Grüße|Gruß]\n{name}",
	    "Mit freundlichen Grüßen\n{full}", "{name}", "Beste Grüße, {name}"),
	[SAY_CALM] =
	    LIST("Es eilt nicht.", "Das ist keine Beschwerde, nur eine Frage.",
		"Sonst bin ich sehr zufrieden.", "Vielen Dank im Voraus."),
	[SAY_ANGRY] = LIST("[Langsam|Allmählich] reicht es mir wirklich.",
	    "Ich schreibe jetzt zum [dritten|zweiten|vierten] Mal. [Liest das jemand?|Bisher kam keine Antwort.]",
	    "Das hat mich [zwei Stunden|einen halben Tag] gekostet, für nichts.",
	    "[So etwas|Das] habe ich noch nicht erlebt, [ein Trauerspiel|wirklich schwach].",
	    "Man hatte mir einen Rückruf [versprochen|zugesagt], [gekommen ist nichts|Fehlanzeige].",
	    "Ich bin [sehr|ehrlich] verärgert."),
	[SAY_ANGRY_MORE] = LIST(
	    "Genau das habe ich doch [gerade|schon] versucht. Bitte lesen Sie, was ich schreibe.",
	    "Und wieder soll ich warten? [So geht das nicht.|Nein.]",
	    "Wir drehen uns im Kreis."),
	[SAY_STAKES] = LIST(
	    "Wenn das bis {day} nicht erledigt ist, übernimmt unser Anwalt.",
	    "Heute Abend gehen die Gehälter für {count} Leute hinaus, so bekommt niemand sein Geld.",
	    "Ich glaube, jemand Fremdes ist in meinem Konto: Anmeldung aus {city} um {time} Uhr, das war ich nicht.",
	    "Seit {time} Uhr steht unser ganzer Betrieb, das kostet uns {amount} in der Stunde.",
	    "Die Frist beim Finanzamt ist {day} mittag. Verpassen wir sie, sind {amount2} fällig.",
	    "Ich stehe mit zwei kleinen Kindern in {city} am Bahnhof und komme nicht heim."),
	[SAY_ALSO] = LIST("[Außerdem|Dazu kommt]: {also}.",
	    "Und noch etwas: {also}.", "Wo ich schon schreibe: {also}."),
	[SAY_CONTEXT] = LIST("Ich schreibe für {company}.",
	    "Bis {time} Uhr bin ich erreichbar.",
	    "In der Hilfe habe ich nichts gefunden."),
	[SAY_PERSON] = LIST("Kann ich bitte mit einem Menschen sprechen?",
	    "Ich möchte lieber eine Antwort von [jemandem|einem Mitarbeiter].",
	    "Bitte verbinden Sie mich."),
	[SAY_FAIL] = LIST(
	    "Das habe ich versucht, [keine Änderung|hilft nicht].",
	    "Das war nicht meine Frage.", "Leider nein, es ist wie vorher."),
	[SAY_OK] = LIST("[Super|Prima], jetzt geht es, danke!",
	    "Das war's, vielen Dank.", "Alles klar, danke {agent}.",
	    "Gefunden, danke 👍"),
	[SAY_GIVE_UP] =
	    LIST("Dann lasse ich es.", "Das bringt nichts, tschüss."),
	[SAY_GIVE] = LIST("{value}", "Das ist {value}.", "Gern: {value}"),
	[SAY_REGIVE] = LIST("{value}, wie oben.", "Noch einmal: {value}",
	    "Wie geschrieben, {value}."),
	[SAY_REGIVE_CROSS] = LIST("Das steht doch schon oben: {value}!",
	    "{value}. Warum werde ich das zweimal gefragt?"),
	[SAY_CHASE] =
	    LIST("Gibt es etwas Neues?", "Hallo, ist da noch jemand dran?",
		"Ich habe seit {days} Tagen nichts gehört."),
	[SAY_REOPEN] =
	    LIST("Ich noch einmal: [heute|seit gestern] ist es wieder da.",
		"Zu früh gefreut, es ist wie vorher."),
	[SAY_FOLLOW] =
	    LIST("Es geht um meine Anfrage {prev}, die war nicht erledigt:",
		"Zu {prev}: die Antwort hat nicht geholfen."),
	[SAY_GOOD] = LIST(
	    "schnell und freundlich", "{agent} war sehr geduldig", "bestens"),
	[SAY_BAD] = LIST("musste alles zweimal sagen",
	    "hat viel zu lange gedauert", "nicht gelöst"),
	[SAY_SIGN] = LIST("{full}\n{company}\nTel. {phone}",
	    "Von unterwegs gesendet", "{full} | {company}"),
};

static const char *const *const team[GEN_NSAY] = {
	[SAY_AI_HELLO] = LIST(
	    "Hallo {name}, ich bin {bot}, der virtuelle Assistent von {brand}.",
	    "Guten Tag! {bot} hier.", "Danke für Ihre Nachricht, {name}.", ""),
	[SAY_AI_END] = LIST("Hilft Ihnen das weiter?",
	    "Sagen Sie gern Bescheid, ob es klappt.", ""),
	[SAY_AI_ASK] =
	    LIST("Kurz eine Rückfrage:", "Damit ich nachsehen kann:", ""),
	[SAY_AI_CLOSE] = LIST("Gern geschehen, einen schönen Tag!",
	    "Freut mich, dass es klappt."),
	[SAY_AI_RETRY] = LIST("Das tut mir leid. Dann bitte so:", "Verstehe."),
	[SAY_KEPT] = LIST(
	    "Das kann ich nicht selbst lösen. Ich gebe es mit Ihren Angaben ({given}) an {team} weiter, Sie müssen nichts wiederholen.",
	    "Ein Mensch aus {team} übernimmt und hat alles vorliegen: {what}; {given}."),
	[SAY_BARE] = LIST("Ich verbinde Sie mit einem Kollegen.",
	    "Einen Moment, jemand übernimmt."),
	[SAY_DEAD] = LIST(
	    "Dabei kann ich leider nicht helfen. Bitte rufen Sie zwischen 9 und 17 Uhr an.",
	    "Dazu habe ich nichts gefunden. Ich beende den Chat."),
	[SAY_SUMMARY] = LIST(
	    "Zusammenfassung von {bot}: {full} ({company}, {plan}). Anliegen: {what}. Bekannt: {given}. Schritte aus dem Artikel ohne Erfolg.",
	    "Übergabe: {what} - {given}. Braucht Zugriff auf das Konto."),
	[SAY_AG_HELLO] = LIST("Guten Tag {full},",
	    "Hallo {name}, hier ist {agent}.", "Hallo {name},"),
	[SAY_AG_ACK] =
	    LIST("ich habe den Verlauf gelesen, {given} liegt mir vor.",
		"danke für die Angaben ({given}), das macht es leicht."),
	[SAY_AG_ASK] = LIST("gern helfe ich Ihnen.", "vorab eine Frage:", ""),
	[SAY_AG_END] =
	    LIST("Freundliche Grüße, {agent}", "{agent}, {brand}", ""),
	[SAY_NEAR] = LIST(
	    "{given} habe ich vorliegen, das brauchen Sie nicht noch einmal zu schicken.",
	    "Wann passt Ihnen ein kurzer Anruf, falls nötig?",
	    "Möchten Sie die Bestätigung per Post oder per E-Mail?"),
	[SAY_CHECK] = LIST("Ich kläre das mit {team} und melde mich bis {day}.",
	    "Ich habe {peer} gefragt und schreibe, sobald ich etwas höre."),
	[SAY_DECIDE] = LIST(
	    "Das ist vielleicht nicht alles, was Sie sich erhofft haben, aber ich kann dazu stehen.",
	    "Wenn Ihnen das andere lieber ist, sagen Sie es bitte vor {day}.",
	    "{peer} sieht es auch so.",
	    "Über den offenen Teil rufe ich Sie am {day} an."),
	[SAY_REASON] =
	    LIST("Ich habe es mit den {count} früheren Einträgen verglichen.",
		"Ein Standardfall ist das nicht.", ""),
	[SAY_CORRECT] = LIST(
	    "Was {bot} Ihnen geschrieben hat, gilt in Ihrem Fall nicht. Richtig ist:",
	    "Bitte lassen Sie die Schritte von vorhin beiseite, sie gehören zu einer alten Fassung."),
	[SAY_NOTE] = LIST("Konto geprüft, {plan}, unauffällig.",
	    "Mit {peer} gesprochen, warte auf Antwort."),
	[SAY_MOVE] = LIST("An {team}: {what}, {given}.",
	    "Bitte {team}, nicht unser Bereich."),
	[SAY_REOPEN_FIX] = LIST(
	    "Entschuldigung, dass es wiederkam. Ich habe es neu eingerichtet und beobachte es bis {day}.",
	    "Es gab eine zweite Ursache, die ist jetzt auch behoben."),
	[SAY_AUTO_ACK] = LIST(
	    "Wir haben Ihre Anfrage ({ref}) erhalten und antworten innerhalb eines Werktags."),
	[SAY_OUTBOUND] = LIST(
	    "Guten Tag {name}, am {date} arbeiten wir zwischen 2 und 4 Uhr am Netz. Sie müssen nichts tun."),
	[SAY_QUOTE] = LIST(
	    "Am {date} schrieb {brand}:", "Von: {brand}\nGesendet: {date}"),
};

static const char *const sys[] = {
	"[Dasselbe Konto|Es] hängt auch an unserer Buchhaltung, und dort stimmen die Zahlen nicht.",
	"Die App zeigt etwas anderes als die Webseite.",
	"Unser Archiv und die Zeiterfassung greifen ebenfalls darauf zu.",
	NULL,
};

static const char *const cond[] = {
	"Falls das bis {day} nicht geht, nähme ich die andere Lösung, aber nur zum gleichen Preis.",
	"Es betrifft nur die, die vorher in {city} waren, und auch davon nicht alle.",
	"Über {amount2} brauche ich eine zweite Unterschrift, außer es bleibt bei der alten Regelung.",
	"Lieber warten oder die Zwischenlösung nehmen, und was gilt, wenn wir beides mischen?",
	NULL,
};

const struct gen_lang gen_de = {
	.code = "de",
	.issues = { finance, telecom, saas, shop, it },
	.cust = cust,
	.team = team,
	.sys = { sys, sys, sys, sys, sys },
	.cond = { cond, cond, cond, cond, cond },
	.label = { "Bestellung", "Rechnung", "Fehler", "Gerät", "Datum", "Betrag", "Telefon", "E-Mail", "Browser", "Projekt", "Artikel", "Sendung", "Karte", "Kundennummer", "Rechner" },
	.ask = {
	    LIST("Wie lautet Ihre Bestellnummer?", "Können Sie mir die Nummer der Bestellung nennen?"),
	    LIST("Wie lautet die Rechnungsnummer?", "Um welche Rechnung geht es?"),
	    LIST("Welche Fehlermeldung sehen Sie genau?", "Was steht in der Meldung?"),
	    LIST("Welches Gerät haben Sie?", "Um welches Modell geht es?"),
	    LIST("Wann war das genau?", "An welchem Tag ist es passiert?"),
	    LIST("Wie hoch war der Betrag?", "Um welche Summe geht es?"),
	    LIST("Um welche Rufnummer geht es?", "Unter welcher Nummer?"),
	    LIST("Mit welcher E-Mail-Adresse sind Sie registriert?", "Wie lautet Ihre E-Mail-Adresse?"),
	    LIST("Welchen Browser verwenden Sie?"),
	    LIST("Um welches Projekt geht es?"),
	    LIST("Um welchen Artikel geht es?", "Welches Produkt ist es?"),
	    LIST("Wie lautet die Sendungsnummer?"),
	    LIST("Wie lauten die letzten vier Ziffern der Karte?"),
	    LIST("Wie lautet Ihre Kundennummer?", "Um welches Konto geht es?"),
	    LIST("Um welchen Rechner geht es?", "Welche Nummer steht auf dem Aufkleber?"),
	},
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole conversations in Spanish. */
#include "gen/say.h"

static const struct gen_issue finance[] = {
	{
	    .name = "card declined", .what = "pago con tarjeta rechazado", .domain = GEN_FINANCE, .weight = 100, .judge = 5,
	    .items = BIT(SLOT_CARD) | BIT(SLOT_AMOUNT), .page = "/tarjetas",
	    .subject = { "Tarjeta rechazada", "Pago de {amount}" },
	    .open = {
	        "mi tarjeta terminada en {card} fue rechazada [hoy|el {date}], aunque hay [saldo de sobra|dinero suficiente].",
	        "quise pagar {amount} [en {city}|por internet] y la tarjeta [no pasó|dio error]. [¿Por qué?|]",
	        "el pago sin contacto no funciona desde el {date}, tarjeta {card}.",
	        "¿hay un límite en la tarjeta {card}? {amount2} pasó, {amount} no.",
	    },
	    .brief = { "hay un cargo de {amount2} que no reconozco" },
	    .ai = { "Compruebe en la aplicación, Tarjetas > Límites y regiones, que los pagos por internet y el país estén activados. El cambio es inmediato.", "Lo más habitual es el límite diario. Puede subirlo en Tarjetas > Límites." },
	    .fail = { "Está todo activado y [sigue igual|no hay manera]." },
	    .macro = { "Su tarjeta estaba bloqueada por precaución tras un pago poco habitual. La he liberado; vuelva a intentarlo en diez minutos." },
	    .judged = { "El comercio de {city} cobra en una categoría que su empresa excluye. La he abierto solo para él hasta el {day}, con el visto bueno de {peer}." },
	},
	{ .name = NULL },
};

static const struct gen_issue telecom[] = {
	{
	    .name = "eSIM activation", .what = "eSIM que no se activa", .domain = GEN_TELECOM, .weight = 40, .judge = 6,
	    .items = BIT(SLOT_DEVICE) | BIT(SLOT_PHONE) | BIT(SLOT_ERROR), .page = "/esim",
	    .subject = { "eSIM", "Activar la eSIM" },
	    .open = {
	        "teléfono nuevo ({device}) y la eSIM [no se activa|se niega a activarse]: {error}.",
	        "he escaneado el código [dos|tres] veces y siempre sale {error}.",
	        "la eSIM del {phone} sigue en 'activando' desde [ayer|las {time}].",
	        "borré mi {device} y el código ya no vale.",
	    },
	    .brief = { "la segunda eSIM también está atascada" },
	    .ai = { "Borre el perfil a medias, reinicie con wifi y escanee otra vez. Hay un código nuevo en Mi número > eSIM." },
	    .fail = { "Borrado, reiniciado y otra vez {error}." },
	    .macro = { "El perfil antiguo seguía unido a su teléfono anterior. Lo he soltado y le he enviado un código nuevo por correo." },
	    .judged = { "Su {device} es importado y no está en nuestra lista. {peer} lo ha metido a mano; si se cae antes del {day}, enviamos una tarjeta por nuestra cuenta." },
	},
	{
	    .name = "bill higher than expected", .what = "factura demasiado alta", .domain = GEN_TELECOM, .weight = 100, .judge = 15,
	    .items = BIT(SLOT_INVOICE) | BIT(SLOT_AMOUNT), .page = "/facturas",
	    .subject = { "Factura {invoice}", "Factura alta" },
	    .open = {
	        "mi factura {invoice} es de {amount} en vez de {amount2}. [¿Por qué?|¿De dónde sale?]",
	        "¿de dónde salen los {amount} de la última factura? Mi número es {phone}.",
	        "falta el descuento [prometido|acordado] en la factura {invoice}.",
	        "me cobran {amount} por servicios de terceros que nunca pedí.",
	    },
	    .brief = { "falta el descuento en la factura {invoice}" },
	    .ai = { "El mes en que cambia la tarifa se cobra parte de la antigua y toda la nueva. Cada línea se explica en Cuenta > Facturas > Detalle." },
	    .fail = { "No he cambiado [nada|de tarifa]." },
	    .macro = { "El descuento se había acabado por error. Lo he puesto de nuevo y he abonado la diferencia." },
	    .judged = { "Según el contrato el importe es correcto. Pero la tienda de {city} anotó 'todo incluido', así que ponemos la mitad, {amount2}, y {peer} está de acuerdo." },
	},
	{ .name = NULL },
};

static const struct gen_issue saas[] = {
	{
	    .name = "single sign-on login", .what = "no se puede entrar", .domain = GEN_SAAS, .weight = 100, .judge = 8,
	    .items = BIT(SLOT_EMAIL) | BIT(SLOT_BROWSER) | BIT(SLOT_ERROR), .page = "/login?lang=es",
	    .subject = { "No puedo entrar", "Acceso" },
	    .open = {
	        "no consigo entrar con {email}. [La página se recarga.|Sale {error}.]",
	        "desde el {date} el acceso de la empresa acaba en {error}.",
	        "el enlace de acceso llega caducado, {email}.",
	        "teléfono nuevo y los códigos de {email} no valen.",
	    },
	    .brief = { "{count} de nosotros no podemos entrar" },
	    .ai = { "Borre las cookies de nuestra dirección y empiece en la página de acceso de su empresa, no en un marcador.", "El enlace vale diez minutos y solo en el navegador que lo pidió." },
	    .fail = { "Cookies borradas, otro navegador, otra vez {error}." },
	    .macro = { "He reiniciado el segundo factor de su cuenta. Entre con la contraseña y escanee el código nuevo." },
	    .judged = { "Los dos directorios reclaman {email}. Unirlos perdería los comentarios antiguos; he renombrado uno y se puede deshacer hasta el {day}." },
	},
	{ .name = NULL },
};

static const struct gen_issue shop[] = {
	{
	    .name = "where is my order", .what = "entrega con retraso", .domain = GEN_SHOP, .weight = 100, .judge = 5,
	    .items = BIT(SLOT_ORDER) | BIT(SLOT_TRACK), .page = "/cuenta/pedidos/{order}",
	    .subject = { "Pedido {order}", "Entrega [con retraso|que falta]" },
	    .open = {
	        "¿dónde está mi pedido {order}? Tenía que [llegar|estar aquí] el {date}.",
	        "el envío {track} no se mueve desde el {date}, en {city}.",
	        "según el repartidor está entregado, pero aquí no hay nada. {order}.",
	        "del pedido {order} solo llegó la mitad, falta: {product}.",
	    },
	    .brief = { "el pedido {order} aún no ha llegado" },
	    .ai = { "Su paquete lo tiene el transportista. Puede seguirlo en Mis pedidos > Seguimiento; cuente dos días laborables más.", "Mire en el lugar acordado. La foto del repartidor está en Seguimiento > Prueba." },
	    .fail = { "Los dos días ya han pasado." },
	    .macro = { "El paquete se perdió por el camino, lo siento. Hoy he vuelto a enviar su pedido urgente." },
	    .judged = { "De las {count} piezas solo queda una en {city}. La he sacado de un pedido de octubre y sale el {day}; el resto se lo devuelvo, {amount2}." },
	},
	{
	    .name = "return", .what = "devolución", .domain = GEN_SHOP, .weight = 60, .judge = 8,
	    .items = BIT(SLOT_ORDER) | BIT(SLOT_PRODUCT), .page = "/devoluciones",
	    .subject = { "Devolución", "Devolver {order}" },
	    .open = {
	        "quiero devolver el artículo {product} del pedido {order}. [No me cabe.|He cambiado de idea.]",
	        "¿cómo devuelvo algo [sin impresora|si no hay etiqueta]? {order}",
	        "la etiqueta de {order} no se abre.",
	        "lo compré el {date}, ¿estoy a tiempo de devolverlo?",
	    },
	    .brief = { "también quiero devolver {product}" },
	    .ai = { "Tiene 30 días: en Mis pedidos > Devolver recibe una etiqueta o un código, sin imprimir." },
	    .fail = { "En ese pedido no aparece Devolver." },
	    .macro = { "Le he enviado una etiqueta nueva por correo. El dinero vuelve cuando llegue el paquete." },
	    .judged = { "Por el plazo no, pero usted preguntó el {date} y contestamos tarde; la culpa es nuestra y puede devolverlo por {amount2}." },
	},
	{ .name = NULL },
};

static const struct gen_issue it[] = {
	{
	    .name = "password reset", .what = "contraseña", .domain = GEN_IT, .weight = 100, .judge = 3,
	    .items = BIT(SLOT_HOST) | BIT(SLOT_EMAIL), .page = "/portal/clave",
	    .subject = { "Contraseña", "Cuenta bloqueada" },
	    .open = {
	        "mi cuenta está bloqueada desde [las vacaciones|el {date}]. Equipo {host}.",
	        "he olvidado la contraseña. {email}",
	        "el portátil {host} pide la contraseña antigua y lo demás la nueva.",
	        "la página no acepta mi contraseña nueva, [demasiado parecida|no cumple].",
	    },
	    .brief = { "{host} sigue pidiendo la contraseña antigua" },
	    .ai = { "En el portal, Contraseña > Restablecer, confirme con el código del teléfono. La nueva necesita 14 caracteres." },
	    .fail = { "El código va a un número que ya no tengo." },
	    .macro = { "He desbloqueado su cuenta y puesto una contraseña provisional, que le dará su responsable." },
	    .judged = { "El buzón de {peer} no lo abrimos ni en vacaciones. Para el concurso he creado un delegado con lectura hasta el {day}; personal está de acuerdo." },
	},
	{ .name = NULL },
};

static const char *const *const cust[GEN_NSAY] = {
	[SAY_HELLO] = LIST(
	    "Hola,", "Buenos días,", "Buenas tardes,", "Estimados señores,"),
	[SAY_BYE] = LIST("[Gracias|Muchas gracias],\n{name}",
	    "Un saludo,\n{full}", "{name}", "Saludos, {name}"),
	[SAY_CALM] =
	    LIST("No corre prisa.", "No es una queja, solo una pregunta.",
		"Por lo demás, todo bien.", "Gracias de antemano."),
	[SAY_ANGRY] = LIST(
	    "[La verdad|Sinceramente], se me acaba la paciencia.",
	    "Es la [segunda|tercera|cuarta] vez que escribo. [¿Alguien lo lee?|]",
	    "He perdido [dos horas|la mañana] con esto.",
	    "Qué falta de seriedad, [de verdad|lo siento].",
	    "Me prometieron una llamada y nada.", "Estoy muy molesta."),
	[SAY_ANGRY_MORE] =
	    LIST("Eso es justo lo que acabo de hacer. ¿Leen lo que escribo?",
		"¿Y otra vez a esperar?", "Estamos dando vueltas."),
	[SAY_STAKES] = LIST(
	    "Si no está resuelto antes del {day}, seguirá nuestro abogado.",
	    "Esta noche salen las nóminas de {count} personas y así nadie cobra.",
	    "Alguien ha entrado en mi cuenta: acceso desde {city} a las {time}, no fui yo.",
	    "Desde las {time} está todo parado, perdemos {amount} por hora.",
	    "El plazo de Hacienda es el {day} al mediodía; después son {amount2} de multa.",
	    "Estoy tirada en la estación de {city} con dos niños y sin dinero."),
	[SAY_ALSO] = LIST("[Además|Por otra parte], {also}.",
	    "Otra cosa: {also}.", "Ya que escribo: {also}."),
	[SAY_CONTEXT] =
	    LIST("Escribo por {company}.", "Estoy disponible hasta las {time}.",
		"En la ayuda no encontré nada."),
	[SAY_PERSON] = LIST("¿Puedo hablar con una persona?",
	    "Prefiero que me conteste alguien del equipo.",
	    "Páseme con alguien, por favor."),
	[SAY_FAIL] = LIST("Lo he probado y [nada|sigue igual].",
	    "No era eso lo que preguntaba.", "Pues no, está como antes."),
	[SAY_OK] = LIST("[Perfecto|Genial], ya funciona, ¡gracias!",
	    "Era eso, muchas gracias.", "Gracias, {agent}.",
	    "Encontrado, gracias 👍"),
	[SAY_GIVE_UP] =
	    LIST("Déjelo, ya me apaño.", "Esto no lleva a nada, adiós."),
	[SAY_GIVE] = LIST("{value}", "Es {value}.", "Claro: {value}"),
	[SAY_REGIVE] = LIST("{value}, como arriba.", "Otra vez: {value}",
	    "Lo puse antes: {value}."),
	[SAY_REGIVE_CROSS] = LIST("¡Pero si está escrito arriba! {value}",
	    "{value}. ¿Por qué me lo preguntan dos veces?"),
	[SAY_CHASE] = LIST("¿Hay novedades?", "Hola, ¿sigue alguien ahí?",
	    "Llevo {days} días sin noticias."),
	[SAY_REOPEN] = LIST("Soy yo otra vez: ha vuelto [esta mañana|anoche].",
	    "Canté victoria muy pronto, está como antes."),
	[SAY_FOLLOW] = LIST("Sobre mi consulta {prev}, que no quedó resuelta:",
	    "Sigo con {prev}, la respuesta no sirvió:"),
	[SAY_GOOD] =
	    LIST("rápido y amable", "{agent} tuvo mucha paciencia", "perfecto"),
	[SAY_BAD] =
	    LIST("tuve que repetirlo todo", "tardó demasiado", "sin resolver"),
	[SAY_SIGN] = LIST("{full}\n{company}\nTel. {phone}",
	    "Enviado desde el móvil", "{full} | {company}"),
};

static const char *const *const team[GEN_NSAY] = {
	[SAY_AI_HELLO] =
	    LIST("Hola, {name}, soy {bot}, el asistente de {brand}.",
		"¡Hola! Soy {bot}.", "Gracias por escribir, {name}.", ""),
	[SAY_AI_END] = LIST("¿Le sirve?", "Dígame si funciona.", ""),
	[SAY_AI_ASK] = LIST("Una pregunta antes:", "Para poder mirarlo:", ""),
	[SAY_AI_CLOSE] =
	    LIST("¡De nada, buen día!", "Me alegro de que funcione."),
	[SAY_AI_RETRY] =
	    LIST("Lo siento. Probemos de otra forma:", "Entiendo."),
	[SAY_KEPT] = LIST(
	    "No puedo resolverlo yo. Lo paso a {team} con sus datos ({given}), no tendrá que repetir nada.",
	    "Una persona de {team} sigue aquí y lo tiene todo delante: {what}; {given}."),
	[SAY_BARE] = LIST(
	    "Le paso con un compañero.", "Un momento, alguien le atenderá."),
	[SAY_DEAD] = LIST(
	    "Con eso no puedo ayudarle. Llame entre las 9 y las 17, por favor.",
	    "No he encontrado nada. Cierro la conversación."),
	[SAY_SUMMARY] = LIST(
	    "Resumen de {bot}: {full} ({company}, {plan}). Asunto: {what}. Datos: {given}. Pasos del artículo sin éxito.",
	    "Traspaso: {what} - {given}. Hace falta acceso a la cuenta."),
	[SAY_AG_HELLO] =
	    LIST("Hola, {name}:", "Buenos días, {name}, soy {agent}.", "Hola:"),
	[SAY_AG_ACK] = LIST("he leído la conversación y tengo {given}.",
	    "gracias por los datos ({given})."),
	[SAY_AG_ASK] = LIST("con mucho gusto.", "antes una pregunta:", ""),
	[SAY_AG_END] = LIST("Un saludo, {agent}", "{agent}, {brand}", ""),
	[SAY_NEAR] =
	    LIST("Ya tengo {given}, no hace falta que lo envíe otra vez.",
		"¿Qué día le vendría bien una llamada, si hace falta?",
		"¿Quiere la confirmación por carta o por correo electrónico?"),
	[SAY_CHECK] =
	    LIST("Lo consulto con {team} y le contesto antes del {day}.",
		"He preguntado a {peer} y le escribo en cuanto sepa algo."),
	[SAY_DECIDE] = LIST(
	    "Quizá no sea todo lo que esperaba, pero es lo que puedo defender.",
	    "Si prefiere lo otro, dígalo antes del {day}.",
	    "{peer} opina lo mismo.",
	    "Por lo que queda abierto le llamo el {day}."),
	[SAY_REASON] =
	    LIST("Lo he comparado con las {count} entradas anteriores.",
		"No es un caso corriente.", ""),
	[SAY_CORRECT] = LIST(
	    "Lo que le escribió {bot} no vale en su caso. Lo correcto es esto:",
	    "Olvide los pasos de antes, son de una versión antigua."),
	[SAY_NOTE] = LIST("Cuenta revisada, {plan}, nada raro.",
	    "Hablado con {peer}, espero respuesta."),
	[SAY_MOVE] =
	    LIST("Para {team}: {what}, {given}.", "A {team}, no es nuestro."),
	[SAY_REOPEN_FIX] = LIST(
	    "Siento que haya vuelto. Lo he rehecho y lo vigilo hasta el {day}.",
	    "Había una segunda causa, también está arreglada."),
	[SAY_AUTO_ACK] = LIST(
	    "Hemos recibido su consulta ({ref}) y contestamos en un día laborable."),
	[SAY_OUTBOUND] = LIST(
	    "Hola, {name}: el {date} trabajamos en la red entre las 2 y las 4. No tiene que hacer nada."),
	[SAY_QUOTE] = LIST(
	    "El {date}, {brand} escribió:", "De: {brand}\nEnviado: {date}"),
};

static const char *const sys[] = {
	"La misma cuenta va también a nuestra contabilidad, y allí no cuadra.",
	"La aplicación muestra otra cosa que la web.",
	"El archivo y el control horario también dependen de ello.",
	NULL,
};

static const char *const cond[] = {
	"Si no puede ser antes del {day}, tomaría la otra solución, pero solo al mismo precio.",
	"Solo afecta a los que estaban en {city}, y ni siquiera a todos.",
	"Por encima de {amount2} necesito otra firma, salvo que siga la regla antigua.",
	"¿Es mejor esperar o usar el arreglo provisional, y qué pasa si mezclamos ambos?",
	NULL,
};

const struct gen_lang gen_es = {
	.code = "es",
	.issues = { finance, telecom, saas, shop, it },
	.cust = cust,
	.team = team,
	.sys = { sys, sys, sys, sys, sys },
	.cond = { cond, cond, cond, cond, cond },
	.label = { "pedido", "factura", "error", "aparato", "fecha", "importe", "teléfono", "correo", "navegador", "proyecto", "artículo", "envío", "tarjeta", "número de cliente", "equipo" },
	.ask = {
	    LIST("¿Cuál es su número de pedido?", "¿Me puede decir el número del pedido?"),
	    LIST("¿Cuál es el número de la factura?", "¿De qué factura se trata?"),
	    LIST("¿Qué mensaje de error ve exactamente?"),
	    LIST("¿Qué aparato tiene?", "¿De qué modelo se trata?"),
	    LIST("¿Cuándo fue exactamente?", "¿Qué día pasó?"),
	    LIST("¿Cuál era el importe?", "¿De qué cantidad se trata?"),
	    LIST("¿De qué número de teléfono se trata?"),
	    LIST("¿Cuál es su correo electrónico?", "¿Con qué correo está registrado?"),
	    LIST("¿Qué navegador usa?"),
	    LIST("¿De qué proyecto se trata?"),
	    LIST("¿De qué artículo se trata?"),
	    LIST("¿Cuál es el número de seguimiento?"),
	    LIST("¿Cuáles son las cuatro últimas cifras de la tarjeta?"),
	    LIST("¿Cuál es su número de cliente?", "¿De qué cuenta se trata?"),
	    LIST("¿De qué equipo se trata?"),
	},
};

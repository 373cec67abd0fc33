/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented people, companies and things. */
#include "gen/text.h"

const struct gen_names gen_names[4] = {
	{
	    LIST("Ada", "Bram", "Cleo", "Duncan", "Esme", "Farid", "Greta",
		"Hamish", "Imogen", "Joss", "Keira", "Leandro", "Maeve",
		"Nikhil", "Orla", "Pavel", "Quincy", "Rowena", "Siobhán",
		"Tobias", "Una", "Viktor", "Wanda", "Xiu", "Yasmin", "Zach",
		"Agnieszka", "Björn", "Chiamaka", "Dmitri", "Eilidh", "Fergus",
		"Harper", "Ishaan", "Jemima", "Kofi", "Łukasz", "Noor", "Özlem",
		"Zoë"),
	    LIST("Abernathy", "Brackenridge", "Crowther", "Delacourt",
		"Eastwick", "Fairclough", "Gathercole", "Hollingsworth",
		"Inchbald", "Jessop", "Kirkbride", "Lindqvist", "Mackereth",
		"Northcote", "Okonjo", "Pemberley", "Quarrington",
		"Ravenscroft", "Sotherton", "Thistlewood", "Underhill",
		"Venkataraman", "Winterbourne", "Yarwood", "Zielinski",
		"O'Halloran", "Mbeki-Rowe", "Novák", "Sørensen", "Nguyễn",
		"Applegarth", "Birtwhistle", "Copperthwaite", "Dunmore",
		"Entwistle", "Featherstone", "Garside", "Heptonstall", "Ogilvy",
		"Penhaligon"),
	},
	{
	    LIST("Anke", "Björn", "Clara", "Detlef", "Elke", "Frieda",
		"Günther", "Heike", "Ingo", "Jürgen", "Käthe", "Lars",
		"Mareike", "Norbert", "Ottilie", "Rüdiger", "Silke", "Thorsten",
		"Ute", "Wiebke"),
	    LIST("Ackermann", "Brückner", "Dörfler", "Engelhardt", "Fröhlich",
		"Grünwald", "Hübner", "Jäger", "Köhler", "Löwenthal", "Möller",
		"Niemöller", "Oßwald", "Pfeiffer", "Quandt", "Rößler", "Sänger",
		"Thönnissen", "Wäldchen", "Zöllner"),
	},
	{
	    LIST("Adèle", "Benoît", "Céline", "Didier", "Élodie", "Florent",
		"Geneviève", "Hervé", "Inès", "Jérôme", "Karine", "Loïc",
		"Maïwenn", "Noémie", "Océane", "Pascal", "Raphaël", "Solène",
		"Thibault", "Yann"),
	    LIST("Arnoux", "Beauchêne", "Castaing", "Desmarets", "Évrard",
		"Fontanel", "Guérin", "Hautecœur", "Jolivet", "Kerbrat",
		"Lemaître", "Marchandeau", "Noël", "Ollivier", "Prévost",
		"Quéméneur", "Rousselot", "Sévigny", "Tréguier", "Vasseur"),
	},
	{
	    LIST("Álvaro", "Begoña", "Ciro", "Dolores", "Elías", "Fátima",
		"Gonzalo", "Inés", "Joaquín", "Lucía", "Martín", "Nuria",
		"Óscar", "Pilar", "Ramón", "Sofía", "Tomás", "Úrsula",
		"Verónica", "Ximena"),
	    LIST("Aguilera", "Benítez", "Calderón", "Domínguez", "Echeverría",
		"Fuentes", "Giménez", "Herrero", "Ibáñez", "Jiménez", "Lozano",
		"Muñoz", "Núñez", "Ordóñez", "Peñalver", "Quiroga", "Rincón",
		"Sáenz", "Urrutia", "Zúñiga"),
	},
};

const char *const gen_company_a[] = { "Amberley", "Birchfield", "Calder",
	"Driftwood", "Ellerby", "Foxglove", "Greyfriars", "Harbour",
	"Ironbridge", "Juniper", "Kestrel", "Larch", "Millrace", "Northgate",
	"Osprey", "Pinewood", "Quayside", "Redshank", "Saltmarsh", "Tidewater",
	"Umberland", "Valehouse", "Whitlow", "Yewtree", "Bluestone",
	"Copperhill", "Dunlin", "Elmstead", "Fernhollow", "Gorsefield",
	"Hawthorn", "Islay", "Kingfisher", "Linden", "Moorgate", "Nettlecombe",
	NULL };
const char *const gen_company_b[] = { "Analytics", "Bakery", "Care", "Dental",
	"Engineering", "Foods", "Glass", "Homes", "Instruments", "Joinery",
	"Kitchens", "Logistics", "Media", "Nurseries", "Optics", "Partners",
	"Robotics", "Shipping", "Textiles", "Utilities", "Ventures", "Water",
	"Freight", "Insurance", "Publishing", "Energy", NULL };
const char *const gen_company_end[] = { "Ltd", "plc", "Group", "& Co", "LLP",
	"GmbH", "SARL", "SL", "", "", NULL };
const char *const gen_cities[] = { "Leeds", "Bristol", "Cork", "Cardiff",
	"Dundee", "Norwich", "Bergen", "Graz", "Lyon", "Porto", "Ghent",
	"Malmö", "Tarragona", "Bremen", "Kraków", "Rennes", NULL };
const char *const gen_devices[] = { "Pixel 8a", "iPhone 13", "iPhone 15 Pro",
	"Galaxy S23", "Galaxy A54", "Fairphone 5", "Xperia 10", "Moto G84",
	"Nokia X30", "iPad Air", NULL };
const char *const gen_browsers[] = { "Firefox 142", "Chrome 139", "Safari 18",
	"Edge 139", "Chromium", "Firefox ESR", "Brave", NULL };
const char *const gen_projects[] = { "Autumn launch", "Depot 4",
	"Website relaunch", "Harbour wall", "Q4 planning", "Kitchen refit",
	"Onboarding 2026", "Trade fair", "Roadmap", "Migration wave 2",
	"Audit prep", "School extension", "Œuvre & Cie", "Vorstand §7", NULL };
const char *const gen_products[] = { "Alder bench", "Sorrel table",
	"Thistle lamp", "Brook parasol", "Moss rug", "Finch chair",
	"Cairn planter", "Willow sofa", "Heron shelf", "Plover hammock",
	"Tarn mirror", "Rook fire bowl", NULL };
const char *const gen_plans[] = { "Starter", "Growth", "Business", "Enterprise",
	NULL };

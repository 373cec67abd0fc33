/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tickets as links to the helpdesk: see htmlreport.h. */
#include <libxml/uri.h>
#include <string.h>

#include "render/html_int.h"

/* Pattern with value in place of its %s. */
static void
fill(struct hd_buf *b, const char *pattern, const char *value)
{
	const char *at = strstr(pattern, "%s");

	hd_buf_add(b, pattern, (size_t)(at - pattern));
	hd_buf_adds(b, value);
	hd_buf_adds(b, at + 2);
}

/* An address as RFC 3986 has it, with a host, that a browser fetches. */
static bool
web(const char *url)
{
	xmlURIPtr u = xmlParseURI(url);
	bool ok = u != NULL && u->scheme != NULL && u->server != NULL &&
		  *u->server != '\0' &&
		  (hd_str_ieq(hd_str(u->scheme), "https") ||
		      hd_str_ieq(hd_str(u->scheme), "http"));

	if (u != NULL)
		xmlFreeURI(u);
	return ok;
}

int
hd_html_ticket_url(const char *pattern, struct hd_err *err)
{
	struct hd_buf b = HD_BUF_INIT;
	const char *at = strstr(pattern, "%s");
	const char *host = strstr(pattern, "://");
	bool ok;

	if (at == NULL || strstr(at + 2, "%s") != NULL)
		return hd_err_set(err, HD_EOPTION,
		    "'%s': one %%s stands where the ticket's id goes", pattern);
	fill(&b, pattern, "1");
	/* the id says nothing of the host */
	ok = web(hd_buf_cstr(&b)) && host + 3 < at &&
	     memchr(host + 3, '/', (size_t)(at - host) - 3) != NULL;
	hd_buf_release(&b);
	return ok ? 0
		  : hd_err_set(err, HD_EOPTION,
			"'%s' is no http or https address", pattern);
}

/* The id in the helpdesk: what stands behind the first colon of the key. */
static struct hd_str
own_id(struct hd_str key)
{
	const char *colon = key.n > 0 ? memchr(key.p, ':', key.n) : NULL;

	if (colon == NULL)
		return key;
	colon++;
	return (struct hd_str){ colon, key.n - (size_t)(colon - key.p) };
}

int
hd_html_ticket_link(struct hd_buf *b, const char *pattern, struct hd_str key)
{
	struct hd_str id = own_id(key);
	struct hd_buf text = HD_BUF_INIT;
	xmlChar *safe;

	hd_buf_add(&text, id.p, id.n);
	safe = xmlURIEscapeStr((const xmlChar *)hd_buf_cstr(&text), NULL);
	if (safe != NULL)
		fill(b, pattern, (const char *)safe);
	hd_buf_release(&text);
	xmlFree(safe);
	return safe != NULL ? 0 : -1;
}

void
hd_html_ticket(struct hd_html *h, xmlNodePtr at, struct hd_str key)
{
	struct hd_buf b = HD_BUF_INIT;
	xmlNodePtr a;

	if (key.n == 0)
		return;
	if (h->ticket_url == NULL) {
		(void)hd_html_adds(h, at, "span", "ticket", key);
		return;
	}
	if (hd_html_ticket_link(&b, h->ticket_url, key) != 0)
		hd_html_fail(h, "a ticket's id cannot be encoded");
	a = hd_html_adds(h, at, "a", "ticket", key);
	hd_html_set(h, a, "href", hd_buf_str(&b));
	hd_html_set(h, a, "rel", hd_str("noreferrer"));
	hd_buf_release(&b);
}

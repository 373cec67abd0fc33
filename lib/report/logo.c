/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture inside a report: see logo.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "base/mem.h"
#include "report/logo.h"

static int
read_file(const char *path, struct hd_buf *b, struct hd_err *err)
{
	FILE *f = fopen(path, "rb");
	char part[4096];
	size_t n;
	int r = 0;

	if (f == NULL) {
		(void)hd_err_sys(err, "--logo: '%s'", path);
		err->code = HD_EUSAGE;
		return -1;
	}
	while (b->n <= HD_LOGO_MAX && (n = fread(part, 1, sizeof(part), f)) > 0)
		hd_buf_add(b, part, n);
	if (ferror(f))
		r = hd_err_sys(err, "--logo: '%s'", path);
	(void)fclose(f);
	return r;
}

static const char *
type_of(const struct hd_buf *b)
{
	static const struct {
		const char *head;
		size_t n;
		const char *type;
	} types[] = {
		{ "\x89PNG\r\n\x1a\n", 8, "image/png" },
		{ "\xFF\xD8\xFF", 3, "image/jpeg" },
	};

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (b->n > types[i].n &&
		    memcmp(b->s, types[i].head, types[i].n) == 0)
			return types[i].type;
	return NULL;
}

static void
add_base64(struct hd_buf *b, const struct hd_buf *bytes)
{
	const int how = sodium_base64_VARIANT_ORIGINAL;
	size_t n = sodium_base64_encoded_len(bytes->n, how);
	char *text = hd_xmalloc(n);

	(void)sodium_bin2base64(
	    text, n, (const unsigned char *)bytes->s, bytes->n, how);
	hd_buf_adds(b, text);
	free(text);
}

int
hd_logo_read(const char *path, struct hd_buf *url, struct hd_err *err)
{
	struct hd_buf bytes = HD_BUF_INIT;
	const char *type;
	int r = read_file(path, &bytes, err);

	type = r == 0 ? type_of(&bytes) : NULL;
	if (r == 0 && bytes.n > HD_LOGO_MAX)
		r = hd_err_set(err, HD_EUSAGE,
		    "--logo: '%s' has more than %d bytes", path, HD_LOGO_MAX);
	else if (r == 0 && type == NULL)
		r = hd_err_set(
		    err, HD_EUSAGE, "--logo: '%s' is no PNG or JPEG", path);
	if (r == 0) {
		hd_buf_addf(url, "data:%s;base64,", type);
		add_base64(url, &bytes);
	}
	hd_buf_release(&bytes);
	return r;
}

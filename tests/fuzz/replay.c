/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Replays corpora through the target it is linked with, by any compiler:
 *
 *	replay [-n count] [-k file] file-or-folder ...
 *
 * Each file as it is, then `count` copies damaged in ways that depend on the
 * file alone.  Prints one line of TAP a file; a target that fails aborts.  With
 * -k every input is written to that file first, so that it holds the one that
 * did it.
 */
#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/num.h"
#include "fuzz.h"

struct replay {
	int64_t copies;
	const char *keep;
	size_t tests;
};

/* xorshift64*: the same numbers everywhere. */
static uint64_t
next(uint64_t *s)
{
	*s ^= *s >> 12;
	*s ^= *s << 25;
	*s ^= *s >> 27;
	return *s * UINT64_C(0x2545F4914F6CDD1D);
}

static void
run(const struct replay *r, const struct hd_buf *b)
{
	/* memory of exactly that size, so that reading past it shows */
	uint8_t *p = malloc(b->n > 0 ? b->n : 1);
	FILE *f;

	MUST(p != NULL);
	if (b->n > 0)
		memcpy(p, b->s, b->n);
	if (r->keep != NULL) {
		f = fopen(r->keep, "wb");
		MUST(f != NULL && fwrite(p, 1, b->n, f) == b->n);
		MUST(fclose(f) == 0);
	}
	MUST(LLVMFuzzerTestOneInput(p, b->n) == 0);
	free(p);
}

/* Change, insert, delete, repeat or cut a few bytes. */
static void
damage(const struct hd_buf *in, uint64_t *s, struct hd_buf *out)
{
	static const char odd[] =
	    "\0\n\r\t\",;:{}[]\\\x1B\x7F\x80\xC3\xFF-+.e09";
	size_t a, n;

	hd_buf_reset(out);
	hd_buf_add(out, in->s, in->n);
	for (uint64_t times = next(s) % 4 + 1; times > 0 && out->n > 0;
	     times--) {
		a = next(s) % out->n;
		n = next(s) % (out->n - a) + 1;
		switch (next(s) % 6) {
		case 0:
			out->s[a] = odd[next(s) % (sizeof(odd) - 1)];
			break;
		case 1:
			out->s[a] = (char)(out->s[a] ^ (1 << next(s) % 8));
			break;
		case 2:
			out->n = a;
			break;
		case 3:
			memmove(out->s + a, out->s + a + n, out->n - a - n);
			out->n -= n;
			break;
		case 4: /* room first: the bytes added are its own */
			hd_buf_add(out, in->s, n < in->n ? n : in->n);
			break;
		default:
			out->s[a] = out->s[next(s) % out->n];
			break;
		}
	}
}

static void
replay_file(struct replay *r, const char *path)
{
	struct hd_buf b = HD_BUF_INIT, bad = HD_BUF_INIT;
	char part[4096];
	uint64_t seed;
	size_t n;
	FILE *f = fopen(path, "rb");

	MUST(f != NULL);
	while ((n = fread(part, 1, sizeof(part), f)) > 0)
		hd_buf_add(&b, part, n);
	MUST(ferror(f) == 0);
	(void)fclose(f);
	(void)printf("# %s\n", path);
	(void)fflush(stdout);
	run(r, &b);
	seed = hd_hash64(hd_buf_str(&b)) | 1;
	for (int64_t i = 0; i < r->copies; i++) {
		damage(&b, &seed, &bad);
		run(r, &bad);
	}
	(void)printf("ok %zu - %s\n", ++r->tests, path);
	hd_buf_release(&b);
	hd_buf_release(&bad);
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static void
replay(struct replay *r, const char *path)
{
	struct hd_buf b = HD_BUF_INIT;
	struct dirent **list;
	struct stat sb;
	int n;

	if (stat(path, &sb) != 0 || !S_ISDIR(sb.st_mode)) {
		replay_file(r, path);
		return;
	}
	n = scandir(path, &list, NULL, by_name);
	MUST(n >= 0);
	for (int i = 0; i < n; i++) {
		hd_buf_reset(&b);
		hd_buf_addf(&b, "%s/%s", path, list[i]->d_name);
		if (list[i]->d_name[0] != '.')
			replay(r, b.s);
		free(list[i]);
	}
	free(list);
	hd_buf_release(&b);
}

int
main(int argc, char *argv[])
{
	struct replay r = { 0, NULL, 0 };
	int i = 1;

	for (; i + 1 < argc && argv[i][0] == '-'; i += 2) {
		if (strcmp(argv[i], "-k") == 0)
			r.keep = argv[i + 1];
		else if (strcmp(argv[i], "-n") != 0 ||
			 !hd_num_int(hd_str(argv[i + 1]), &r.copies))
			return 2;
	}
	for (; i < argc; i++)
		replay(&r, argv[i]);
	(void)printf("1..%zu\n", r.tests);
	return fflush(stdout) == 0 ? 0 : 4;
}

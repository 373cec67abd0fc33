/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines and chunks of an input, and records cut from it, in bounded memory. */
#include <fcntl.h>
#include <sys/wait.h>

#include "unit.h"

#include "ingest/reader.h"

#define CHUNK 262144 /* what one read(2) asks for */

/*
 * A pipe whose bytes come in pieces of `piece`, so that every border falls
 * somewhere else; written by a child.
 */
static int
feed(const char *p, size_t n, size_t piece, pid_t *child)
{
	int fds[2];
	size_t part;

	assert_int_equal(pipe(fds), 0);
	assert_int_equal(fflush(NULL), 0);
	*child = fork();
	assert_true(*child >= 0);
	if (*child > 0) {
		(void)close(fds[1]);
		return fds[0];
	}
	(void)close(fds[0]);
	for (; n > 0; p += part, n -= part) {
		part = n < piece ? n : piece;
		if (write(fds[1], p, part) != (ssize_t)part)
			_exit(1);
	}
	_exit(0);
}

static void
reap(pid_t child, int fd)
{
	int status;

	(void)close(fd);
	assert_int_equal(waitpid(child, &status, 0), child);
}

/* The lines, each in brackets, "!" for one that was cut. */
static void
lines(struct hd_str in, size_t piece, size_t max, struct hd_buf *out)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_reader r;
	struct hd_str line;
	size_t n = 0;
	pid_t child;
	bool cut;
	int fd = feed(in.p, in.n, piece, &child);

	hd_buf_reset(out);
	hd_reader_init(&r, fd);
	while (hd_reader_line(&r, max, &line, &cut) == 1) {
		n++;
		assert_int_equal(r.line, n);
		if (cut)
			hd_buf_adds(out, "!");
		else
			hd_buf_addf(out, "[%.*s]", (int)line.n, line.p);
	}
	assert_int_equal(hd_reader_line(&r, max, &line, &cut), 0);
	assert_int_equal(hd_reader_check(&r, "x", &err), 0);
	assert_int_equal(r.bytes, in.n);
	hd_reader_release(&r);
	reap(child, fd);
}

static void
test_lines(void **state)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
		{ "", "" },
		{ "a", "[a]" },
		{ "a\n", "[a]" },
		{ "a\n\nb", "[a][][b]" },
		{ "\n", "[]" },
		{ "a\r\nb\r\n", "[a\r][b\r]" },
		{ "long line here\nx\n", "[long line here][x]" },
	};
	struct hd_buf b = HD_BUF_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		for (size_t piece = 1; piece <= 5; piece++) {
			lines(hd_str(cases[i].in), piece, 1000, &b);
			assert_str(hd_buf_str(&b), cases[i].out);
		}
	hd_buf_release(&b);
}

/* Lines that end around the border of a chunk. */
static void
test_borders(void **state)
{
	struct hd_buf in = HD_BUF_INIT, out = HD_BUF_INIT, want = HD_BUF_INIT;

	(void)state;
	for (size_t n = CHUNK - 2; n <= CHUNK + 2; n++) {
		hd_buf_reset(&in);
		hd_buf_reset(&want);
		for (size_t i = 0; i < n; i++)
			hd_buf_addc(&in, (char)('a' + i % 26));
		hd_buf_addf(&want, "[%s][z]", in.s);
		hd_buf_adds(&in, "\nz\n");
		lines(hd_buf_str(&in), 65536, 10 * CHUNK, &out);
		assert_true(hd_str_same(hd_buf_str(&out), hd_buf_str(&want)));
	}
	hd_buf_release(&in);
	hd_buf_release(&out);
	hd_buf_release(&want);
}

/* A line past the limit is cut, skipped, and the next is whole. */
static void
test_cut(void **state)
{
	struct hd_buf in = HD_BUF_INIT, out = HD_BUF_INIT;

	(void)state;
	hd_buf_adds(&in, "a\n");
	for (size_t i = 0; i < 3 * CHUNK; i++)
		hd_buf_addc(&in, 'x');
	hd_buf_adds(&in, "\nb\n");
	lines(hd_buf_str(&in), 65536, 1000, &out);
	assert_str(hd_buf_str(&out), "[a]![b]");
	lines((struct hd_str){ in.s, in.n - 3 }, 4096, 1000, &out);
	assert_str(hd_buf_str(&out), "[a]!");
	hd_buf_release(&in);
	hd_buf_release(&out);
}

/* The limit is the limit for lines shorter than a chunk too. */
static void
test_cut_small(void **state)
{
	struct hd_buf out = HD_BUF_INIT;

	(void)state;
	for (size_t piece = 1; piece < 64; piece += 9) {
		lines(S("a\n0123456789abcdef\nb\n"), piece, 10, &out);
		assert_str(hd_buf_str(&out), "[a]![b]");
	}
	hd_buf_release(&out);
}

static void
test_chunks(void **state)
{
	struct hd_reader r;
	struct hd_str chunk;
	struct hd_buf all = HD_BUF_INIT;
	pid_t child;
	int fd = feed("abc\ndef", 7, 2, &child);

	(void)state;
	hd_reader_init(&r, fd);
	hd_reader_fill(&r, 3);
	assert_true(r.buf.n >= 3);
	hd_reader_fill(&r, 100);
	assert_int_equal(r.buf.n, 7);
	assert_true(r.eof);
	while (hd_reader_chunk(&r, &chunk) == 1)
		hd_buf_add(&all, chunk.p, chunk.n);
	assert_str(hd_buf_str(&all), "abc\ndef");
	assert_int_equal(hd_reader_chunk(&r, &chunk), 0);
	hd_reader_release(&r);
	hd_buf_release(&all);
	reap(child, fd);
}

static void
test_fails(void **state)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_reader r;
	struct hd_str line;
	bool cut;
	int fd = open("/tmp", O_RDONLY); /* a folder cannot be read */

	(void)state;
	assert_true(fd >= 0);
	hd_reader_init(&r, fd);
	assert_int_equal(hd_reader_line(&r, 10, &line, &cut), 0);
	assert_int_equal(hd_reader_check(&r, "folder", &err), -1);
	assert_err(&err, HD_ESYS, "cannot read 'folder': Is a directory");
	hd_reader_release(&r);
	(void)close(fd);
}

/* Text in other charsets, however its bytes arrive. */
static void
test_charsets(void **state)
{
	static const struct {
		const char *in;
		size_t n;
		const char *out;
		size_t turned, bad;
	} cases[] = {
		{ "abc", 3, "abc", 0, 0 },
		{ "\xEF\xBB\xBFx", 4, "x", 0, 0 },
		{ "\xEF\xBB", 2, "\xC3\xAF\xC2\xBB", 2, 0 },
		{ "caf\xE9 \x80", 6, "caf\xC3\xA9 \xE2\x82\xAC", 2, 0 },
		{ "\xC3\xA9 \xE9", 4, "\xC3\xA9 \xE9", 0, 0 },
		{ "\x81", 1, "\x81", 0, 0 },
		{ "\xFF\xFE"
		  "a\0\x3D\xD8\x00\xDE",
		    8, "a\xF0\x9F\x98\x80", 0, 0 },
		{ "\xFE\xFF"
		  "\0a\0b",
		    6, "ab", 0, 0 },
		{ "\xFE\xFF"
		  "\0a\0",
		    5, "a\xEF\xBF\xBD", 0, 1 },
		{ "\xFE\xFF"
		  "\xD8\x00\0x",
		    6, "\xEF\xBF\xBDx", 0, 1 },
		{ "a\0b\0c\0", 6, "abc", 0, 0 },
		{ "\0a\0b\0c", 6, "abc", 0, 0 },
	};
	struct hd_buf all = HD_BUF_INIT;
	struct hd_reader r;
	struct hd_str chunk;
	pid_t child;
	int fd;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		for (size_t piece = 1; piece < 9; piece++) {
			fd = feed(cases[i].in, cases[i].n, piece, &child);
			hd_reader_init(&r, fd);
			hd_reader_decode(&r);
			hd_buf_reset(&all);
			while (hd_reader_chunk(&r, &chunk) == 1)
				hd_buf_add(&all, chunk.p, chunk.n);
			assert_str(hd_buf_str(&all), cases[i].out);
			assert_int_equal(r.recode.turned, cases[i].turned);
			assert_int_equal(r.recode.bad, cases[i].bad);
			hd_reader_release(&r);
			reap(child, fd);
		}
	hd_buf_release(&all);
}

/* Counts of what an input in pieces comes to, in a database of its own. */
struct counts {
	int64_t tickets, rejected, broken;
};

static struct counts
import(struct hd_str in, size_t piece)
{
	struct hd_ingest_opts o = { .max_record = 1 << 20 };
	struct hd_err err = HD_ERR_INIT;
	struct hd_db *db = hd_db_open("t.db", HD_DB_CREATE, &err);
	struct hd_loader *l;
	struct hd_ingest ing;
	struct counts c;
	struct hd_reader r;
	pid_t child;
	int fd = feed(in.p, in.n, piece, &child);

	if (db == NULL || hd_db_begin(db, &err) != 0)
		fail_msg("%s", err.msg);
	l = hd_loader_new(db, &err);
	assert_non_null(l);
	hd_ingest_init(&ing, &o, l);
	ing.file = "x";
	hd_reader_init(&r, fd);
	if (hd_read_export(&ing, &r, &err) != 0)
		fail_msg("%s", err.msg);
	c = (struct counts){ ing.counts[HD_REC_TICKET].put[HD_PUT_NEW],
		ing.counts[HD_REC_TICKET].rejected, ing.broken };
	hd_reader_release(&r);
	hd_ingest_release(&ing);
	hd_loader_free(l);
	hd_db_rollback(db);
	assert_int_equal(hd_db_close(db, false, &err), 0);
	reap(child, fd);
	return c;
}

/* Every shape gives the same records however its bytes arrive. */
static void
test_pieces(void **state)
{
	static const struct {
		const char *in;
		struct counts want;
	} cases[] = {
		{ "", { 0, 0, 0 } },
		{ "\n \n", { 0, 0, 0 } },
		{ "id,subject\n1,a\n2,\"b\nc\"\n\n3,d", { 3, 0, 0 } },
		{ "\xEF\xBB\xBFid;subject\r\n1;a\r\n2\r\n", { 1, 1, 0 } },
		{ "{\"id\":1,\"status\":\"\"}\n{\"id\":2,\"status\":\"\"}\n"
		  "{\"id\":}\n{\"id\":3,\"status\":\"\"}",
		    { 3, 0, 1 } },
		{ "[{\"id\":1,\"status\":\"\"},\n{\"id\":2,\"subject\":\"\\u00e4\"}, 5]",
		    { 2, 0, 1 } },
		{ "{\"count\":2,\n\"tickets\":[{\"id\":1,\"status\":\"\"},{\"status\":\"\"}],\n\"next\":null}"
		  "{\"tickets\":[{\"id\":2,\"status\":\"\"}]}",
		    { 2, 1, 0 } },
		{ "[{\"id\":1,\"status\":\"\"},{\"id\":2", { 1, 0, 1 } },
		{ "[\n{\"id\":1,\"status\":\"\"},\n{\"id\":2,\"status\":\"},\n"
		  "{\"id\":3,\"status\":\"\"},\n{\"id\":4,\"status\":\"\"}}\n,"
		  "{\"id\":5,\"status\":\"\"}]",
		    { 3, 0, 2 } },
		{ "{\"tickets\":[{\"id\":1,\"status\":\"\"},{\"id\":x},"
		  "{\"id\":3,\"status\":\"\"}]}{\"tickets\":[{\"id\":4,"
		  "\"status\":\"\"}]}",
		    { 3, 0, 1 } },
	};
	struct counts c;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		for (size_t piece = 1; piece < 40; piece += 3) {
			c = import(hd_str(cases[i].in), piece);
			if (memcmp(&c, &cases[i].want, sizeof(c)) != 0)
				fail_msg("case %zu in pieces of %zu: %lld "
					 "%lld %lld",
				    i, piece, (long long)c.tickets,
				    (long long)c.rejected, (long long)c.broken);
		}
}

#define TEST(f) \
	cmocka_unit_test_setup_teardown(f, folder_setup, folder_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_borders),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_cut_small),
		cmocka_unit_test(test_chunks),
		cmocka_unit_test(test_fails),
		cmocka_unit_test(test_charsets),
		TEST(test_pieces),
	};

	return cmocka_run_group_tests_name("reader", tests, NULL, NULL);
}

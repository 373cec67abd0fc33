/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keys do: see label.h. */
#include <stdio.h>

#include "base/utf8.h"
#include "hs-sample/label.h"

/* Begin with the question on the desk. */
static void
begin(struct hd_label *l)
{
	struct hd_str stored;

	l->mode = HD_LABEL_ASK;
	l->undo = false;
	if (l->desk.at == l->desk.n)
		return;
	hd_narrow_begin(&l->issues);
	stored = hd_desk_ticket(&l->desk)->answer[HD_Q_NOTE];
	hd_edit_set(&l->note, stored);
}

int
hd_label_next(struct hd_label *l, struct hd_err *err)
{
	bool again = l->desk.again;

	if (hd_desk_move(&l->desk, l->db, err) < 0)
		return -1;
	if (l->desk.again && !again)
		hd_buf_addf(&l->said, "%snow what was skipped",
		    l->said.n > 0 ? "; " : "");
	begin(l);
	return 0;
}

static void
say(struct hd_label *l, const char *what, struct hd_str value)
{
	hd_buf_reset(&l->said);
	hd_buf_adds(&l->said, what);
	hd_buf_adds(&l->said, hd_codebook(hd_desk_question(&l->desk))->name);
	if (value.p != NULL) {
		hd_buf_adds(&l->said, ": ");
		hd_buf_add(&l->said, value.p, value.n);
	}
}

static void
warn_otherwise(struct hd_label *l)
{
	struct hd_str now =
	    hd_desk_ticket(&l->desk)->answer[hd_desk_question(&l->desk)];

	if (now.p != NULL)
		hd_buf_addf(&l->warning, "another terminal has stored '%.*s'.",
		    (int)now.n, now.p);
	else
		hd_buf_adds(
		    &l->warning, "another terminal has withdrawn the answer.");
}

static void
retry(struct hd_label *l, const struct hd_err *err)
{
	l->mode = HD_LABEL_RETRY;
	hd_buf_addf(&l->warning,
	    "NOT STORED: %s. Enter tries again, Esc drops it.", err->msg);
}

/* Store l->value. */
static int
store(struct hd_label *l, struct hd_err *err)
{
	enum hd_desk_stored what;

	if (hd_desk_store(&l->desk, l->db, l->verdicts, l->value, &what, err) !=
	    0) {
		retry(l, err);
		return 0;
	}
	if (what == HD_DESK_OTHERWISE) {
		l->mode = HD_LABEL_OTHERWISE;
		warn_otherwise(l);
		hd_buf_addf(&l->warning,
		    " y stores '%.*s', any other key leaves it so.",
		    (int)l->value.n, l->value.p);
		return 0;
	}
	say(l, "", l->value);
	return hd_label_next(l, err);
}

/* Check what was given and store it. */
static int
answer(struct hd_label *l, struct hd_str given, struct hd_err *err)
{
	struct hd_err wrong = HD_ERR_INIT;
	struct hd_str value;

	if (hd_verdicts_answer(l->verdicts, (int)hd_desk_question(&l->desk),
		given, &value, &wrong) != 0) {
		hd_buf_adds(&l->warning, wrong.msg);
		return 0;
	}
	l->value =
	    (struct hd_str){ hd_arena_memdup(&l->desk.arena, value.p, value.n),
		    value.n };
	return store(l, err);
}

static int
undo(struct hd_label *l, struct hd_err *err)
{
	enum hd_desk_stored what;

	if (l->desk.nacts == 0) {
		hd_buf_adds(&l->warning, "nothing was answered here yet");
		return 0;
	}
	l->undo = true;
	if (hd_desk_undo(&l->desk, l->db, l->verdicts, &what, err) != 0) {
		retry(l, err);
		return 0;
	}
	begin(l);
	if (what == HD_DESK_OTHERWISE)
		warn_otherwise(l);
	else
		say(l, "undone: ", (struct hd_str){ NULL, 0 });
	return 0;
}

static int
pass(struct hd_label *l, bool ticket, struct hd_err *err)
{
	say(l, "skipped: ", (struct hd_str){ NULL, 0 });
	if (ticket) {
		hd_buf_reset(&l->said);
		hd_buf_adds(&l->said, "skipped: ticket");
	}
	hd_desk_pass(&l->desk, ticket);
	return hd_label_next(l, err);
}

static int
back(struct hd_label *l, struct hd_err *err)
{
	if (!hd_desk_back(&l->desk)) {
		hd_buf_adds(&l->warning, "this is the first question");
		return 0;
	}
	hd_buf_reset(&l->said);
	if (hd_desk_reload(&l->desk, l->db, err) != 0)
		return -1;
	begin(l);
	return 0;
}

static void
scroll(struct hd_label *l, long by)
{
	size_t last = l->page.n > l->height ? l->page.n - l->height : 0;

	if (by < 0)
		l->top = l->top > (size_t)-by ? l->top - (size_t)-by : 0;
	else
		l->top =
		    last - l->top > (size_t)by ? l->top + (size_t)by : last;
}

static bool
scrolls(struct hd_label *l, enum hd_key key, uint32_t c)
{
	long page = l->height > 2 ? (long)l->height - 1 : 1;

	if (key == HD_KEY_UP || (key == HD_KEY_CHAR && c == 'K'))
		scroll(l, -1);
	else if (key == HD_KEY_DOWN || (key == HD_KEY_CHAR && c == 'J'))
		scroll(l, 1);
	else if (key == HD_KEY_PAGE_UP)
		scroll(l, -page);
	else if (key == HD_KEY_PAGE_DOWN || (key == HD_KEY_CHAR && c == ' '))
		scroll(l, page);
	else if (key == HD_KEY_HOME)
		scroll(l, -(long)l->page.n);
	else if (key == HD_KEY_END || (key == HD_KEY_CHAR && c == 'G'))
		scroll(l, (long)l->page.n);
	else
		return false;
	return true;
}

/* Capitals are commands everywhere but in a note; small letters may answer. */
static int
command(struct hd_label *l, uint32_t c, struct hd_err *err)
{
	bool none = l->desk.at == l->desk.n;

	switch (c) {
	case 'U':
		return undo(l, err);
	case 'b':
	case 'B':
		return back(l, err);
	case 'q':
	case 'Q':
		l->quit = true;
		return 0;
	case 'g':
		scroll(l, -(long)l->page.n);
		return 0;
	case '?':
		l->mode = none ? l->mode : HD_LABEL_BOOK;
		l->stale = true;
		return 0;
	case 's':
	case 'S':
	case 'N':
		return none ? 0 : pass(l, c != 's', err);
	default:
		hd_buf_adds(&l->warning, "no key of this question: '");
		hd_utf8_put(&l->warning, c);
		hd_buf_adds(&l->warning, "'");
		return 0;
	}
}

static int
key_choice(struct hd_label *l, enum hd_key key, uint32_t c, struct hd_err *err)
{
	const struct hd_choice *k =
	    hd_codebook(hd_desk_question(&l->desk))->choices;

	if (scrolls(l, key, c))
		return 0;
	if (key == HD_KEY_ESC)
		return pass(l, false, err);
	if (key != HD_KEY_CHAR)
		return 0;
	for (; k->word != NULL; k++)
		if ((uint32_t)k->key == c)
			return answer(l, hd_str(k->word), err);
	return command(l, c, err);
}

static int
key_issue(struct hd_label *l, enum hd_key key, uint32_t c, struct hd_err *err)
{
	struct hd_str chosen = hd_narrow_chosen(&l->issues);

	if (scrolls(l, key, c))
		return 0;
	if (key == HD_KEY_CHAR && (c == '?' || (c >= 'A' && c <= 'Z')))
		return command(l, c, err);
	if (key == HD_KEY_CHAR)
		hd_narrow_type(&l->issues, c);
	else if (key == HD_KEY_TAB)
		hd_narrow_cycle(&l->issues, 1);
	else if (key == HD_KEY_BACK_TAB)
		hd_narrow_cycle(&l->issues, -1);
	else if (key == HD_KEY_BACKSPACE)
		(void)hd_narrow_erase(&l->issues);
	else if (key == HD_KEY_ESC && l->issues.typed.text.n > 0)
		hd_narrow_begin(&l->issues);
	else if (key == HD_KEY_ESC)
		return pass(l, false, err);
	else if (key == HD_KEY_ENTER && chosen.p != NULL)
		return answer(l, chosen, err);
	else if (key == HD_KEY_ENTER && l->issues.typed.text.n > 0)
		return answer(l, hd_buf_str(&l->issues.typed.text), err);
	return 0;
}

static int
key_note(struct hd_label *l, enum hd_key key, uint32_t c, struct hd_err *err)
{
	struct hd_edit *e = &l->note;
	bool blank = hd_str_trim(hd_buf_str(&e->text)).n == 0;

	if (key == HD_KEY_CHAR)
		hd_edit_put(e, c);
	else if (key == HD_KEY_LEFT || key == HD_KEY_RIGHT)
		(void)hd_edit_move(e, key == HD_KEY_LEFT ? -1 : 1);
	else if (key == HD_KEY_HOME)
		e->at = 0;
	else if (key == HD_KEY_END)
		e->at = e->text.n;
	else if (key == HD_KEY_BACKSPACE)
		(void)hd_edit_erase(e);
	else if (key == HD_KEY_ESC || (key == HD_KEY_ENTER && blank))
		return pass(l, false, err);
	else if (key == HD_KEY_ENTER)
		return answer(l, hd_buf_str(&e->text), err);
	else
		(void)scrolls(l, key, c);
	return 0;
}

static int
key_ask(struct hd_label *l, enum hd_key key, uint32_t c, struct hd_err *err)
{
	hd_buf_reset(&l->warning);
	if (l->desk.at == l->desk.n)
		return key == HD_KEY_CHAR ? command(l, c == 'u' ? 'U' : c, err)
					  : 0;
	switch (hd_desk_question(&l->desk)) {
	case HD_Q_ISSUE:
		return key_issue(l, key, c, err);
	case HD_Q_NOTE:
		return key_note(l, key, c, err);
	default:
		return key_choice(l, key, c, err);
	}
}

static int
key_retry(struct hd_label *l, enum hd_key key, struct hd_err *err)
{
	if (key != HD_KEY_ENTER && key != HD_KEY_ESC)
		return 0;
	hd_buf_reset(&l->warning);
	l->mode = HD_LABEL_ASK;
	if (key == HD_KEY_ESC) {
		l->undo = false;
		return 0;
	}
	return l->undo ? undo(l, err) : store(l, err);
}

int
hd_label_key(
    struct hd_label *l, enum hd_key key, uint32_t c, struct hd_err *err)
{
	switch (l->mode) {
	case HD_LABEL_BOOK:
		if (!scrolls(l, key, c)) {
			l->mode = HD_LABEL_ASK;
			l->stale = true;
		}
		return 0;
	case HD_LABEL_OTHERWISE:
		hd_buf_reset(&l->warning);
		l->mode = HD_LABEL_ASK;
		return key == HD_KEY_CHAR && c == 'y' ? store(l, err)
						      : hd_label_next(l, err);
	case HD_LABEL_RETRY:
		return key_retry(l, key, err);
	default:
		return key_ask(l, key, c, err);
	}
}

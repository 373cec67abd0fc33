/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which options belong to which command. */
#include <string.h>

#include "hs-tag/hs-tag.h"

int
hd_tag_check(const struct hd_ctx *ctx, struct hd_err *err)
{
	const struct hd_tag_options *o = &hd_tag;
	const char *own = ctx->command != NULL ? ctx->command
			  : o->explain	       ? "--explain"
					       : "no command";
	const struct {
		bool given;
		const char *option, *with;
	} list[] = {
		{ o->explain && ctx->command != NULL, "--explain",
		    "no command" },
		{ o->filter, "--filter", "no command" },
		{ o->ruleset != NULL, "--ruleset",
		    "--explain, clusters or discover" },
		{ o->dimensions.n > 0, "--dimension", "learn" },
		{ o->seed != HD_TAG_SEED, "--seed", "learn" },
		{ o->why != NULL, "--why", "set" },
		{ o->sort != NULL, "--sort", "coverage" },
		{ o->discover.all, "--all", "discover" },
		{ o->discover.least != HD_TAG_LEAST, "--min-size", "discover" },
		{ o->discover.members, "--members", "discover" },
		{ o->discover.draft, "--draft", "discover" },
	};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (list[i].given && strstr(list[i].with, own) == NULL)
			return hd_err_set(err, HD_EOPTION, "%s goes with %s",
			    list[i].option, list[i].with);
	return 0;
}

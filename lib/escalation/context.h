/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CONTEXT_H
#define HD_CONTEXT_H

/*
 * What a handoff may carry: hd_esc_handoff() finds each of the seven elements
 * present, absent or na; see metrics of hs-escaudit(1).
 */
#define HD_CONTEXTS 7
extern const char *const hd_context_names[HD_CONTEXTS];
extern const char hd_context_present[], hd_context_absent[], hd_context_na[];

#endif

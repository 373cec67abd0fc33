/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_COLUMNIDS_H
#define HD_COLUMNIDS_H

#include "store/columns.h"
#include "store/columns_side.h"

/* The columns of each kind of record as indexes: HD_TK_CREATED and so on. */

#define HD_TK_ENUM(id, name, type) HD_TK_##id,
#define HD_MS_ENUM(id, name, type) HD_MS_##id,
#define HD_EV_ENUM(id, name, type) HD_EV_##id,
#define HD_PS_ENUM(id, name, type) HD_PS_##id,
#define HD_AC_ENUM(id, name, type) HD_AC_##id,
#define HD_FA_ENUM(id, name, type) HD_FA_##id,
#define HD_SU_ENUM(id, name, type) HD_SU_##id,
#define HD_SG_ENUM(id, name, type) HD_SG_##id,
#define HD_LB_ENUM(id, name, type) HD_LB_##id,
#define HD_SB_ENUM(id, name, type) HD_SB_##id,
#define HD_NM_ENUM(id, name, type) HD_NM_##id,
#define HD_ST_ENUM(id, name, type) HD_ST_##id,
enum hd_ticket_col {
	HD_TICKET_COLUMNS(HD_TK_ENUM) HD_TK_COUNT
};
enum hd_message_col {
	HD_MESSAGE_COLUMNS(HD_MS_ENUM) HD_MS_COUNT
};
enum hd_event_col {
	HD_EVENT_COLUMNS(HD_EV_ENUM) HD_EV_COUNT
};
enum hd_person_col {
	HD_PERSON_COLUMNS(HD_PS_ENUM) HD_PS_COUNT
};
enum hd_account_col {
	HD_ACCOUNT_COLUMNS(HD_AC_ENUM) HD_AC_COUNT
};
enum hd_fact_col {
	HD_FACT_COLUMNS(HD_FA_ENUM) HD_FA_COUNT
};

enum hd_survey_col {
	HD_SURVEY_COLUMNS(HD_SU_ENUM) HD_SU_COUNT
};
enum hd_suggestion_col {
	HD_SUGGESTION_COLUMNS(HD_SG_ENUM) HD_SG_COUNT
};
enum hd_label_col {
	HD_LABEL_COLUMNS(HD_LB_ENUM) HD_LB_COUNT
};
enum hd_subscription_col {
	HD_SUBSCRIPTION_COLUMNS(HD_SB_ENUM) HD_SB_COUNT
};
enum hd_name_col {
	HD_NAME_COLUMNS(HD_NM_ENUM) HD_NM_COUNT
};
enum hd_stage_col {
	HD_STAGE_COLUMNS(HD_ST_ENUM) HD_ST_COUNT
};

#endif

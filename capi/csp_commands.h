/* csp_commands.h - every command of every noun. Printed by tests/capi/print_capi; do not edit.
 *
 * Each command is a struct and three functions. csp_X does it, csp_preview_X answers what it would do (events, charges
 * and deadlines as rows) and stores nothing, csp_batch_X puts it into a batch, where `place_out` (may be NULL) is the
 * number of its answer. `record` may be NULL where the command makes a new record, whose id is then in the receipt. A
 * `command` without fields may be NULL. NULL for a nested struct, a list of none or an optional value: the default.
 * The lines above each struct are rows of the table (from -> to, rule) and the roles that may ask.
 */
// clang-format off
#ifndef CSP_COMMANDS_H
#define CSP_COMMANDS_H
#include "csp_values.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- constants; 0 is the default of a field, so what csp stores as 0 is -1 here ------------------------ */
typedef int32_t csp_kind;
enum {
    CSP_KIND_PARTNER = 1,
    CSP_KIND_CUSTOMER = 2,
    CSP_KIND_OFFER = 3,
    CSP_KIND_ORDER = 4,
    CSP_KIND_SUBSCRIPTION = 5,
    CSP_KIND_PRODUCT = 6,
    CSP_KIND_SOFTWARE_ORDER = 7,
    CSP_KIND_ENTITLEMENT = 8,
    CSP_KIND_DOWNLOAD_LINK = 9,
    CSP_KIND_SUPPORT_REQUEST = 10,
    CSP_KIND_ACTIVITY = 11,
    CSP_KIND_PARTNERSHIP = 12,
    CSP_KIND_CHARGE = 13,
    CSP_KIND_BILLING = 14,
    CSP_KIND_LEDGER = 15,
    CSP_KIND_INVOICE = 16
};
CSP_API const char* csp_kind_name(csp_kind number);

typedef int32_t csp_catalog_view;
enum {
    CSP_CATALOG_VIEW_REGULAR = 1,
    CSP_CATALOG_VIEW_TRIAL = 2
};
CSP_API const char* csp_catalog_view_name(csp_catalog_view number);

typedef int32_t csp_cancellation_answer;
enum {
    CSP_CANCELLATION_ANSWER_CAN_BE_CANCELLED = 1,
    CSP_CANCELLATION_ANSWER_WINDOW_PASSED = 2,
    CSP_CANCELLATION_ANSWER_SUPPORT_REQUEST_REQUIRED = 3,
    CSP_CANCELLATION_ANSWER_NOT_CANCELLABLE = 4,
    CSP_CANCELLATION_ANSWER_ALREADY_CANCELLED = 5
};
CSP_API const char* csp_cancellation_answer_name(csp_cancellation_answer number);

typedef int32_t csp_partner_kind;
enum {
    CSP_PARTNER_KIND_DIRECT_BILL = 1,
    CSP_PARTNER_KIND_INDIRECT_PROVIDER = 2,
    CSP_PARTNER_KIND_INDIRECT_RESELLER = 3
};
CSP_API const char* csp_partner_kind_name(csp_partner_kind number);

typedef int32_t csp_cloud;
enum {
    CSP_CLOUD_GLOBAL = 1,
    CSP_CLOUD_US_GOVERNMENT = 2,
    CSP_CLOUD_GERMANY = 3,
    CSP_CLOUD_CHINA_21VIANET = 4
};
CSP_API const char* csp_cloud_name(csp_cloud number);

typedef int32_t csp_cycle;
enum {
    CSP_CYCLE_MONTHLY = 1,
    CSP_CYCLE_ANNUAL = 2,
    CSP_CYCLE_NONE = 3,
    CSP_CYCLE_ONE_TIME = 4
};
CSP_API const char* csp_cycle_name(csp_cycle number);

typedef int32_t csp_qualification;
enum {
    CSP_QUALIFICATION_NONE = -1, /* stored as 0 */
    CSP_QUALIFICATION_EDUCATION = 1,
    CSP_QUALIFICATION_NONPROFIT = 2,
    CSP_QUALIFICATION_GOVERNMENT_COMMUNITY_CLOUD = 3,
    CSP_QUALIFICATION_STATE_OWNED_ENTITY = 4
};
CSP_API const char* csp_qualification_name(csp_qualification number);

typedef int32_t csp_grant_kind;
enum {
    CSP_GRANT_KIND_RESELLER_ADMIN = 1,
    CSP_GRANT_KIND_AZURE_TENANT_OWNER = 2
};
CSP_API const char* csp_grant_kind_name(csp_grant_kind number);

typedef int32_t csp_metering;
enum {
    CSP_METERING_NONE = -1, /* stored as 0 */
    CSP_METERING_USAGE = 1,
    CSP_METERING_LICENSE = 2
};
CSP_API const char* csp_metering_name(csp_metering number);

typedef int32_t csp_limit_unit;
enum {
    CSP_LIMIT_UNIT_NONE = -1, /* stored as 0 */
    CSP_LIMIT_UNIT_CONCURRENT = 1,
    CSP_LIMIT_UNIT_LIFETIME = 2
};
CSP_API const char* csp_limit_unit_name(csp_limit_unit number);

typedef int32_t csp_suspension_reason;
enum {
    CSP_SUSPENSION_REASON_CUSTOMER_REQUEST = 1,
    CSP_SUSPENSION_REASON_NON_PAYMENT = 2,
    CSP_SUSPENSION_REASON_FRAUD = 3
};
CSP_API const char* csp_suspension_reason_name(csp_suspension_reason number);

typedef int32_t csp_product_kind;
enum {
    CSP_PRODUCT_KIND_PERPETUAL_SOFTWARE = 1,
    CSP_PRODUCT_KIND_SOFTWARE_SUBSCRIPTION = 2,
    CSP_PRODUCT_KIND_RESERVATION = 3,
    CSP_PRODUCT_KIND_LINUX_PLAN = 4,
    CSP_PRODUCT_KIND_SECURITY_UPDATES = 5
};
CSP_API const char* csp_product_kind_name(csp_product_kind number);

typedef int32_t csp_cancellation_way;
enum {
    CSP_CANCELLATION_WAY_NONE = 1,
    CSP_CANCELLATION_WAY_WINDOW = 2,
    CSP_CANCELLATION_WAY_SUPPORT_ONLY = 3
};
CSP_API const char* csp_cancellation_way_name(csp_cancellation_way number);

typedef int32_t csp_credit_way;
enum {
    CSP_CREDIT_WAY_BY_KIND = -1, /* stored as 0 */
    CSP_CREDIT_WAY_FULL = 1,
    CSP_CREDIT_WAY_PRORATED = 2
};
CSP_API const char* csp_credit_way_name(csp_credit_way number);

typedef int32_t csp_problem_type;
enum {
    CSP_PROBLEM_TYPE_OTHER = -1, /* stored as 0 */
    CSP_PROBLEM_TYPE_CSP_PURCHASE_REFUND_ON_BEHALF_OF_CUSTOMERS = 1
};
CSP_API const char* csp_problem_type_name(csp_problem_type number);

typedef int32_t csp_impact;
enum {
    CSP_IMPACT_UNKNOWN = -1, /* stored as 0 */
    CSP_IMPACT_CRITICAL = 1,
    CSP_IMPACT_MODERATE = 2,
    CSP_IMPACT_MINIMAL = 3
};
CSP_API const char* csp_impact_name(csp_impact number);

typedef int32_t csp_action;
enum {
    CSP_ACTION_KEY_ACCESSED = 1,
    CSP_ACTION_LINK_ISSUED = 2,
    CSP_ACTION_DOWNLOADED = 3
};
CSP_API const char* csp_action_name(csp_action number);

typedef int32_t csp_charge_type;
enum {
    CSP_CHARGE_TYPE_ACTIVATION_FEE = 1,
    CSP_CHARGE_TYPE_CYCLE_FEE = 2,
    CSP_CHARGE_TYPE_CYCLE_INSTANCE_PRORATE = 3,
    CSP_CHARGE_TYPE_RENEW_FEE = 4,
    CSP_CHARGE_TYPE_CANCEL_FEE = 5,
    CSP_CHARGE_TYPE_PRORATE_FEES_WHEN_PURCHASE = 6,
    CSP_CHARGE_TYPE_PRORATE_FEES_WHEN_RENEW = 7,
    CSP_CHARGE_TYPE_PRORATE_FEES_WHEN_ACTIVATE = 8,
    CSP_CHARGE_TYPE_PRORATE_FEES_WHEN_CANCEL = 9,
    CSP_CHARGE_TYPE_PRORATE_FEES_WHEN_CONVERT_AWAY = 10,
    CSP_CHARGE_TYPE_PRORATE_FEES_WHEN_CONVERT_TO = 11,
    CSP_CHARGE_TYPE_NEW_PURCHASE = 20,
    CSP_CHARGE_TYPE_CUSTOMER_CREDIT = 21
};
CSP_API const char* csp_charge_type_name(csp_charge_type number);

typedef int32_t csp_invoice_type;
enum {
    CSP_INVOICE_TYPE_RECURRING = 1,
    CSP_INVOICE_TYPE_ONE_TIME = 2
};
CSP_API const char* csp_invoice_type_name(csp_invoice_type number);

typedef int32_t csp_document_type;
enum {
    CSP_DOCUMENT_TYPE_INVOICE = 1,
    CSP_DOCUMENT_TYPE_CREDIT_NOTE = 2
};
CSP_API const char* csp_document_type_name(csp_document_type number);

typedef int32_t csp_deletion_cause;
enum {
    CSP_DELETION_CAUSE_EXPIRED = 1,
    CSP_DELETION_CAUSE_TRIAL_ENDED = 2,
    CSP_DELETION_CAUSE_TERM_ENDED = 3,
    CSP_DELETION_CAUSE_CANCELLED = 4,
    CSP_DELETION_CAUSE_PARENT_ENDED = 5
};
CSP_API const char* csp_deletion_cause_name(csp_deletion_cause number);

typedef int32_t csp_suspended_by;
enum {
    CSP_SUSPENDED_BY_HAND = 1,
    CSP_SUSPENDED_BY_PARENT = 2
};
CSP_API const char* csp_suspended_by_name(csp_suspended_by number);

typedef int32_t csp_vetting_status;
enum {
    CSP_VETTING_STATUS_NONE = -1, /* stored as 0 */
    CSP_VETTING_STATUS_IN_REVIEW = 1,
    CSP_VETTING_STATUS_DENIED = 2
};
CSP_API const char* csp_vetting_status_name(csp_vetting_status number);

/* ---- parts of commands -------------------------------------------------------------------------- */
typedef struct csp_enrolment {
    uint32_t size;
    uint32_t reserved;
    csp_str company_name;
    csp_partner_kind kind;
    uint32_t reserved2;
    csp_str mpn_id;
    csp_country country;
    csp_cloud cloud; /* 0: CSP_CLOUD_GLOBAL */
    int32_t billing_day; /* 0: 1 */
    csp_currency billing_currency;
} csp_enrolment;

typedef struct csp_address {
    uint32_t size;
    uint32_t reserved;
    csp_str line1;
    csp_str line2;
    csp_str city;
    csp_str state;
    csp_str postal_code;
    csp_country country;
    uint32_t reserved2;
    csp_str region;
    csp_str first_name;
    csp_str last_name;
    csp_str phone;
} csp_address;

typedef struct csp_billing_profile {
    uint32_t size;
    uint32_t reserved;
    csp_str company_name;
    csp_str email;
    csp_str culture;
    csp_str language;
    csp_str registration_number;
    const csp_address* address;
} csp_billing_profile;

typedef struct csp_first_line {
    uint32_t size;
    csp_id offer;
    int32_t quantity;
    csp_str friendly_name;
    const int32_t* parent_line;
    csp_str reseller_mpn_id;
} csp_first_line;

typedef struct csp_first_order {
    uint32_t size;
    csp_cycle cycle; /* 0: CSP_CYCLE_MONTHLY */
    const csp_first_line* lines;
    size_t lines_count;
} csp_first_order;

typedef struct csp_admin_user {
    uint32_t size;
    uint32_t reserved;
    csp_str user_name;
    csp_str password_hash;
} csp_admin_user;

typedef struct csp_listing {
    uint32_t size;
    csp_country country;
    csp_str catalog_id;
    csp_str name;
    int32_t minimum_quantity; /* 0: 1 */
    int32_t maximum_quantity; /* 0: 1 */
    csp_bool is_add_on;
    csp_bool has_add_ons;
    csp_bool is_trial;
    csp_bool is_available; /* 0: CSP_YES */
    csp_bool auto_renews; /* 0: CSP_YES */
    csp_metering metering; /* 0: CSP_METERING_LICENSE */
    const csp_cycle* cycles;
    size_t cycles_count;
    csp_limit_unit limit_unit; /* 0: CSP_LIMIT_UNIT_NONE */
    int32_t limit;
    const csp_id* prerequisites;
    size_t prerequisites_count;
    const csp_id* conversion_targets;
    size_t conversion_targets_count;
    const csp_id* upgrade_targets;
    size_t upgrade_targets_count;
    const csp_str* customer_qualifications;
    size_t customer_qualifications_count;
    const csp_str* partner_qualifications;
    size_t partner_qualifications_count;
    csp_str sales_group;
    csp_str unit;
    csp_str product_name;
    csp_str other_fields;
} csp_listing;

typedef struct csp_price {
    uint32_t size;
    csp_country market;
    csp_money unit_price;
    csp_day valid_from;
    uint32_t reserved;
    const csp_day* valid_until;
} csp_price;

typedef struct csp_order_line {
    uint32_t size;
    csp_id offer;
    int32_t quantity;
    csp_str friendly_name;
    csp_str reseller_mpn_id;
    csp_id parent;
    const int32_t* parent_line;
    csp_id subscription;
    csp_money unit_price;
} csp_order_line;

typedef struct csp_artifact {
    uint32_t size;
    uint32_t reserved;
    csp_str version;
    csp_str language;
    csp_str file_type;
} csp_artifact;

typedef struct csp_cancellation_policy {
    uint32_t size;
    csp_day from;
    csp_cancellation_way way; /* 0: CSP_CANCELLATION_WAY_WINDOW */
    int32_t days;
} csp_cancellation_policy;

typedef struct csp_product_sheet {
    uint32_t size;
    uint32_t reserved;
    csp_str catalog_id;
    csp_str name;
    csp_product_kind kind; /* 0: CSP_PRODUCT_KIND_PERPETUAL_SOFTWARE */
    int32_t term_months;
    int32_t minimum_quantity; /* 0: 1 */
    int32_t maximum_quantity; /* 0: 1 */
    const csp_artifact* artifacts;
    size_t artifacts_count;
    const csp_cancellation_policy* cancellation;
    size_t cancellation_count;
    csp_credit_way credit; /* 0: CSP_CREDIT_WAY_BY_KIND */
    csp_bool has_hybrid_benefit;
} csp_product_sheet;

typedef struct csp_software_wish {
    uint32_t size;
    csp_id product;
    int32_t quantity;
    csp_money tax;
} csp_software_wish;

typedef struct csp_support_contact {
    uint32_t size;
    uint32_t reserved;
    csp_str name;
    csp_str email;
    csp_str phone;
} csp_support_contact;

typedef struct csp_attachment {
    uint32_t size;
    uint32_t reserved;
    csp_str file_name;
    csp_str reference;
} csp_attachment;

typedef struct csp_support_form {
    uint32_t size;
    csp_problem_type type; /* 0: CSP_PROBLEM_TYPE_OTHER */
    csp_impact impact; /* 0: CSP_IMPACT_UNKNOWN */
    uint32_t reserved;
    csp_str title;
    csp_id customer;
    csp_str domain;
    csp_id order;
    csp_id subscription;
    const int32_t* lines;
    size_t lines_count;
    csp_str refund_reason;
    csp_money amount;
    csp_str description;
    const csp_support_contact* contact;
    const csp_attachment* attachments;
    size_t attachments_count;
} csp_support_form;

/* ---- partner ---- */

/* enrol_partner
 * absent -> enrolled (RES-01)
 * Asked by: host
 */
typedef struct csp_enrol_partner {
    uint32_t size;
    uint32_t reserved;
    const csp_enrolment* enrolment;
} csp_enrol_partner;
CSP_API csp_status csp_partner_enrol(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_enrol_partner* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_partner_enrol(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_enrol_partner* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_partner_enrol(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_enrol_partner* command, uint64_t* place_out,
    csp_error* error);

/* change_billing_day
 * enrolled -> enrolled (A-SUSPEND), restricted -> restricted (A-SUSPEND)
 * Asked by: host
 */
typedef struct csp_change_billing_day {
    uint32_t size;
    int32_t billing_day; /* 0: 1 */
} csp_change_billing_day;
CSP_API csp_status csp_partner_change_billing_day(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_change_billing_day* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_partner_change_billing_day(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_change_billing_day* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_partner_change_billing_day(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_change_billing_day* command, uint64_t* place_out,
    csp_error* error);

/* restrict_partner
 * enrolled -> restricted (RES-01), restricted -> restricted (RES-01)
 * Asked by: host
 */
typedef struct csp_restrict_partner {
    uint32_t size;
    uint32_t reserved;
    csp_str reason;
} csp_restrict_partner;
CSP_API csp_status csp_partner_restrict(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_restrict_partner* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_partner_restrict(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_restrict_partner* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_partner_restrict(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_restrict_partner* command, uint64_t* place_out,
    csp_error* error);

/* reinstate_partner
 * restricted -> enrolled (RES-01)
 * Asked by: host
 */
typedef struct csp_reinstate_partner {
    uint32_t size;
    uint32_t reserved;
} csp_reinstate_partner;
CSP_API csp_status csp_partner_reinstate(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_reinstate_partner* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_partner_reinstate(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_reinstate_partner* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_partner_reinstate(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_reinstate_partner* command, uint64_t* place_out,
    csp_error* error);

/* record_agreement
 * enrolled -> enrolled (RES-11), restricted -> restricted (RES-11)
 * Asked by: host
 */
typedef struct csp_record_agreement {
    uint32_t size;
    csp_day signed_on;
} csp_record_agreement;
CSP_API csp_status csp_partner_record_agreement(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_record_agreement* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_partner_record_agreement(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_record_agreement* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_partner_record_agreement(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_record_agreement* command, uint64_t* place_out,
    csp_error* error);

/* leave_programme
 * enrolled -> left (RES-01), restricted -> left (RES-01)
 * Asked by: global_admin, host
 */
typedef struct csp_leave_programme {
    uint32_t size;
    uint32_t reserved;
} csp_leave_programme;
CSP_API csp_status csp_partner_leave_programme(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_leave_programme* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_partner_leave_programme(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_leave_programme* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_partner_leave_programme(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_leave_programme* command, uint64_t* place_out,
    csp_error* error);

/* ---- customer ---- */

/* create_customer
 * absent -> active (CUS-01)
 * Asked by: admin_agent, global_admin, host, sales_agent, user_management_admin
 */
typedef struct csp_create_customer {
    uint32_t size;
    csp_id partner;
    uint32_t reserved;
    csp_str domain;
    const csp_billing_profile* profile;
    csp_id reseller;
    const csp_first_order* first_order;
    const csp_admin_user* admin_user;
} csp_create_customer;
CSP_API csp_status csp_customer_create(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_create_customer* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_customer_create(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_create_customer* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_customer_create(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_create_customer* command, uint64_t* place_out,
    csp_error* error);

/* update_billing_profile
 * active -> active (CUS-01)
 * Asked by: admin_agent, global_admin, helpdesk_agent, host, sales_agent
 */
typedef struct csp_update_billing_profile {
    uint32_t size;
    uint32_t reserved;
    const csp_billing_profile* profile;
} csp_update_billing_profile;
CSP_API csp_status csp_customer_update_billing_profile(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_update_billing_profile* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_customer_update_billing_profile(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_update_billing_profile* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_customer_update_billing_profile(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_update_billing_profile* command, uint64_t* place_out,
    csp_error* error);

/* set_qualification
 * active -> active (CUS-02)
 * Asked by: admin_agent, global_admin, helpdesk_agent, host, sales_agent
 */
typedef struct csp_set_qualification {
    uint32_t size;
    csp_qualification qualification; /* 0: CSP_QUALIFICATION_NONE */
    csp_str validation_code;
} csp_set_qualification;
CSP_API csp_status csp_customer_set_qualification(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_set_qualification* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_customer_set_qualification(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_set_qualification* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_customer_set_qualification(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_set_qualification* command, uint64_t* place_out,
    csp_error* error);

/* resolve_qualification
 * active -> active (CUS-02)
 * Asked by: host
 */
typedef struct csp_resolve_qualification {
    uint32_t size;
    csp_bool is_approved;
    csp_str reason;
} csp_resolve_qualification;
CSP_API csp_status csp_customer_resolve_qualification(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_resolve_qualification* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_customer_resolve_qualification(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_resolve_qualification* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_customer_resolve_qualification(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_resolve_qualification* command, uint64_t* place_out,
    csp_error* error);

/* record_qualification
 * active -> active (CUS-02)
 * Asked by: host
 */
typedef struct csp_record_qualification {
    uint32_t size;
    csp_qualification qualification; /* 0: CSP_QUALIFICATION_NONE */
} csp_record_qualification;
CSP_API csp_status csp_customer_record_qualification(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_record_qualification* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_customer_record_qualification(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_record_qualification* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_customer_record_qualification(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_record_qualification* command, uint64_t* place_out,
    csp_error* error);

/* associate_reseller
 * active -> active (RES-05)
 * Asked by: admin_agent, global_admin, host, sales_agent, user_management_admin
 */
typedef struct csp_associate_reseller {
    uint32_t size;
    csp_id reseller;
} csp_associate_reseller;
CSP_API csp_status csp_customer_associate_reseller(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_associate_reseller* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_customer_associate_reseller(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_associate_reseller* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_customer_associate_reseller(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_associate_reseller* command, uint64_t* place_out,
    csp_error* error);

/* grant_access
 * active -> active (RES-14)
 * Asked by: admin_agent, global_admin, host, sales_agent, user_management_admin
 */
typedef struct csp_grant_access {
    uint32_t size;
    csp_id reseller;
    csp_grant_kind kind;
} csp_grant_access;
CSP_API csp_status csp_customer_grant_access(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_grant_access* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_customer_grant_access(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_grant_access* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_customer_grant_access(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_grant_access* command, uint64_t* place_out,
    csp_error* error);

/* revoke_access
 * active -> active (RES-14), removed -> removed (RES-14)
 * Asked by: admin_agent, global_admin, host, sales_agent, user_management_admin
 */
typedef struct csp_revoke_access {
    uint32_t size;
    csp_id reseller;
    csp_grant_kind kind;
} csp_revoke_access;
CSP_API csp_status csp_customer_revoke_access(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_revoke_access* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_customer_revoke_access(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_revoke_access* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_customer_revoke_access(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_revoke_access* command, uint64_t* place_out,
    csp_error* error);

/* remove_relationship
 * active -> removed (RES-02)
 * Asked by: global_admin, host
 */
typedef struct csp_remove_relationship {
    uint32_t size;
    uint32_t reserved;
} csp_remove_relationship;
CSP_API csp_status csp_customer_remove_relationship(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_remove_relationship* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_customer_remove_relationship(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_remove_relationship* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_customer_remove_relationship(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_remove_relationship* command, uint64_t* place_out,
    csp_error* error);

/* request_relationship
 * removed -> removed (RES-02)
 * Asked by: admin_agent, global_admin, host, sales_agent
 */
typedef struct csp_request_relationship {
    uint32_t size;
    uint32_t reserved;
} csp_request_relationship;
CSP_API csp_status csp_customer_request_relationship(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_request_relationship* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_customer_request_relationship(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_request_relationship* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_customer_request_relationship(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_request_relationship* command, uint64_t* place_out,
    csp_error* error);

/* accept_relationship
 * removed -> active (RES-02)
 * Asked by: host
 */
typedef struct csp_accept_relationship {
    uint32_t size;
    uint32_t reserved;
} csp_accept_relationship;
CSP_API csp_status csp_customer_accept_relationship(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_accept_relationship* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_customer_accept_relationship(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_accept_relationship* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_customer_accept_relationship(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_accept_relationship* command, uint64_t* place_out,
    csp_error* error);

/* ---- offer ---- */

/* list_offer
 * absent -> listed (OFF-03), listed -> listed (OFF-03)
 * Asked by: host
 */
typedef struct csp_list_offer {
    uint32_t size;
    uint32_t reserved;
    const csp_listing* listing;
} csp_list_offer;
CSP_API csp_status csp_offer_list(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_list_offer* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_offer_list(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_list_offer* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_offer_list(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_list_offer* command, uint64_t* place_out,
    csp_error* error);

/* withdraw_listing
 * listed -> listed (OFF-03)
 * Asked by: host
 */
typedef struct csp_withdraw_listing {
    uint32_t size;
    csp_country country;
} csp_withdraw_listing;
CSP_API csp_status csp_offer_withdraw_listing(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_withdraw_listing* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_offer_withdraw_listing(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_withdraw_listing* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_offer_withdraw_listing(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_withdraw_listing* command, uint64_t* place_out,
    csp_error* error);

/* set_price
 * listed -> listed (CONV-8)
 * Asked by: host
 */
typedef struct csp_set_price {
    uint32_t size;
    uint32_t reserved;
    const csp_price* price;
} csp_set_price;
CSP_API csp_status csp_offer_set_price(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_set_price* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_offer_set_price(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_set_price* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_offer_set_price(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_set_price* command, uint64_t* place_out,
    csp_error* error);

/* ---- order ---- */

/* draft_order
 * absent -> draft (SUB-01)
 * Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
 */
typedef struct csp_draft_order {
    uint32_t size;
    csp_id customer;
    csp_cycle cycle; /* 0: CSP_CYCLE_MONTHLY */
    const csp_order_line* lines;
    size_t lines_count;
} csp_draft_order;
CSP_API csp_status csp_order_draft(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_draft_order* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_order_draft(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_draft_order* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_order_draft(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_draft_order* command, uint64_t* place_out,
    csp_error* error);

/* change_draft
 * draft -> draft (SUB-01)
 * Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
 */
typedef struct csp_change_draft {
    uint32_t size;
    csp_cycle cycle; /* 0: CSP_CYCLE_MONTHLY */
    const csp_order_line* lines;
    size_t lines_count;
} csp_change_draft;
CSP_API csp_status csp_order_change_draft(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_change_draft* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_order_change_draft(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_change_draft* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_order_change_draft(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_change_draft* command, uint64_t* place_out,
    csp_error* error);

/* submit_order
 * draft -> completed (SUB-02)
 * Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
 */
typedef struct csp_submit_order {
    uint32_t size;
    uint32_t reserved;
} csp_submit_order;
CSP_API csp_status csp_order_submit(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_submit_order* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_order_submit(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_submit_order* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_order_submit(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_submit_order* command, uint64_t* place_out,
    csp_error* error);

/* place_order
 * absent -> completed (SUB-02)
 * Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
 */
typedef struct csp_place_order {
    uint32_t size;
    csp_id customer;
    csp_cycle cycle; /* 0: CSP_CYCLE_MONTHLY */
    const csp_order_line* lines;
    size_t lines_count;
} csp_place_order;
CSP_API csp_status csp_order_place(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_place_order* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_order_place(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_place_order* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_order_place(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_place_order* command, uint64_t* place_out,
    csp_error* error);

/* cancel_draft
 * draft -> cancelled (SUB-01)
 * Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
 */
typedef struct csp_cancel_draft {
    uint32_t size;
    uint32_t reserved;
} csp_cancel_draft;
CSP_API csp_status csp_order_cancel_draft(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_cancel_draft* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_order_cancel_draft(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_cancel_draft* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_order_cancel_draft(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_cancel_draft* command, uint64_t* place_out,
    csp_error* error);

/* change_cycle
 * completed -> completed (B5)
 * Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
 */
typedef struct csp_change_cycle {
    uint32_t size;
    csp_cycle cycle; /* 0: CSP_CYCLE_MONTHLY */
} csp_change_cycle;
CSP_API csp_status csp_order_change_cycle(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_change_cycle* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_order_change_cycle(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_change_cycle* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_order_change_cycle(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_change_cycle* command, uint64_t* place_out,
    csp_error* error);

/* ---- subscription ---- */

/* rename_subscription
 * active -> active (SUB-03), suspended -> suspended (SUB-03)
 * Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
 */
typedef struct csp_rename_subscription {
    uint32_t size;
    uint32_t reserved;
    csp_str friendly_name;
} csp_rename_subscription;
CSP_API csp_status csp_subscription_rename(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_rename_subscription* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_subscription_rename(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_rename_subscription* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_subscription_rename(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_rename_subscription* command, uint64_t* place_out,
    csp_error* error);

/* change_quantity
 * active -> active (SUB-04)
 * Asked by: admin_agent, global_admin, helpdesk_agent, host, sales_agent, user_management_admin
 */
typedef struct csp_change_quantity {
    uint32_t size;
    int32_t quantity;
} csp_change_quantity;
CSP_API csp_status csp_subscription_change_quantity(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_change_quantity* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_subscription_change_quantity(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_change_quantity* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_subscription_change_quantity(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_change_quantity* command, uint64_t* place_out,
    csp_error* error);

/* suspend_subscription
 * active -> suspended (SUS-01)
 * Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
 */
typedef struct csp_suspend_subscription {
    uint32_t size;
    csp_suspension_reason reason;
} csp_suspend_subscription;
CSP_API csp_status csp_subscription_suspend(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_suspend_subscription* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_subscription_suspend(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_suspend_subscription* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_subscription_suspend(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_suspend_subscription* command, uint64_t* place_out,
    csp_error* error);

/* cancel_subscription
 * active -> suspended (SUS-01)
 * Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
 */
typedef struct csp_cancel_subscription {
    uint32_t size;
    csp_suspension_reason reason;
} csp_cancel_subscription;
CSP_API csp_status csp_subscription_cancel(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_cancel_subscription* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_subscription_cancel(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_cancel_subscription* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_subscription_cancel(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_cancel_subscription* command, uint64_t* place_out,
    csp_error* error);

/* cancel_subscription_at_once
 * active -> deleted (SUS-01), suspended -> deleted (SUS-01)
 * Asked by: admin_agent, global_admin, host
 */
typedef struct csp_cancel_subscription_at_once {
    uint32_t size;
    csp_suspension_reason reason;
    csp_bool acknowledged;
} csp_cancel_subscription_at_once;
CSP_API csp_status csp_subscription_cancel_at_once(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_cancel_subscription_at_once* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_subscription_cancel_at_once(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_cancel_subscription_at_once* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_subscription_cancel_at_once(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_cancel_subscription_at_once* command, uint64_t* place_out,
    csp_error* error);

/* reactivate_subscription
 * suspended -> active (SUS-08)
 * Asked by: admin_agent, billing_admin, global_admin, helpdesk_agent, host, sales_agent
 */
typedef struct csp_reactivate_subscription {
    uint32_t size;
    uint32_t reserved;
} csp_reactivate_subscription;
CSP_API csp_status csp_subscription_reactivate(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_reactivate_subscription* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_subscription_reactivate(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_reactivate_subscription* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_subscription_reactivate(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_reactivate_subscription* command, uint64_t* place_out,
    csp_error* error);

/* convert_trial
 * active -> active (OFF-07)
 * Asked by: admin_agent, global_admin, helpdesk_agent, host, sales_agent, user_management_admin
 */
typedef struct csp_convert_trial {
    uint32_t size;
    csp_id offer;
    csp_cycle cycle; /* 0: CSP_CYCLE_MONTHLY */
    int32_t quantity;
} csp_convert_trial;
CSP_API csp_status csp_subscription_convert_trial(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_convert_trial* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_subscription_convert_trial(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_convert_trial* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_subscription_convert_trial(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_convert_trial* command, uint64_t* place_out,
    csp_error* error);

/* set_reseller
 * active -> active (RES-13)
 * Asked by: admin_agent, global_admin, host, sales_agent, user_management_admin
 */
typedef struct csp_set_reseller {
    uint32_t size;
    uint32_t reserved;
    csp_str mpn_id;
} csp_set_reseller;
CSP_API csp_status csp_subscription_set_reseller(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_set_reseller* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_subscription_set_reseller(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_set_reseller* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_subscription_set_reseller(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_set_reseller* command, uint64_t* place_out,
    csp_error* error);

/* set_support_contact
 * active -> active (RES-14)
 * Asked by: admin_agent, global_admin, helpdesk_agent, host
 */
typedef struct csp_set_support_contact {
    uint32_t size;
    csp_id reseller;
} csp_set_support_contact;
CSP_API csp_status csp_subscription_set_support_contact(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_set_support_contact* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_subscription_set_support_contact(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_set_support_contact* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_subscription_set_support_contact(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_set_support_contact* command, uint64_t* place_out,
    csp_error* error);

/* ---- product ---- */

/* list_product
 * absent -> listed (SWP-01), listed -> listed (SWP-01), withdrawn -> listed (SWP-01)
 * Asked by: host
 */
typedef struct csp_list_product {
    uint32_t size;
    uint32_t reserved;
    const csp_product_sheet* sheet;
} csp_list_product;
CSP_API csp_status csp_product_list(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_list_product* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_product_list(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_list_product* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_product_list(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_list_product* command, uint64_t* place_out,
    csp_error* error);

/* withdraw_product
 * listed -> withdrawn (SWP-01)
 * Asked by: host
 */
typedef struct csp_withdraw_product {
    uint32_t size;
    uint32_t reserved;
} csp_withdraw_product;
CSP_API csp_status csp_product_withdraw(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_withdraw_product* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_product_withdraw(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_withdraw_product* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_product_withdraw(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_withdraw_product* command, uint64_t* place_out,
    csp_error* error);

/* set_product_price
 * listed -> listed (CONV-8), withdrawn -> withdrawn (CONV-8)
 * Asked by: host
 */
typedef struct csp_set_product_price {
    uint32_t size;
    uint32_t reserved;
    const csp_price* price;
} csp_set_product_price;
CSP_API csp_status csp_product_set_price(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_set_product_price* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_product_set_price(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_set_product_price* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_product_set_price(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_set_product_price* command, uint64_t* place_out,
    csp_error* error);

/* ---- software_order ---- */

/* buy_software
 * absent -> completed (SWP-01)
 * Asked by: admin_agent, global_admin, host
 */
typedef struct csp_buy_software {
    uint32_t size;
    csp_id customer;
    uint32_t reserved;
    const csp_software_wish* lines;
    size_t lines_count;
} csp_buy_software;
CSP_API csp_status csp_software_order_buy_software(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_buy_software* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_software_order_buy_software(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_buy_software* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_software_order_buy_software(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_buy_software* command, uint64_t* place_out,
    csp_error* error);

/* cancel_software
 * completed -> completed (CAN-01)
 * Asked by: admin_agent, host
 */
typedef struct csp_cancel_software {
    uint32_t size;
    csp_id customer;
    csp_id product;
    uint32_t reserved;
    const int32_t* lines;
    size_t lines_count;
    csp_bool acknowledged;
    csp_bool whole_order;
} csp_cancel_software;
CSP_API csp_status csp_software_order_cancel_software(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_cancel_software* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_software_order_cancel_software(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_cancel_software* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_software_order_cancel_software(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_cancel_software* command, uint64_t* place_out,
    csp_error* error);

/* exchange_software
 * always refused
 * Asked by: admin_agent, host
 */
typedef struct csp_exchange_software {
    uint32_t size;
    csp_id product;
} csp_exchange_software;
CSP_API csp_status csp_software_order_exchange_software(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_exchange_software* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_software_order_exchange_software(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_exchange_software* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_software_order_exchange_software(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_exchange_software* command, uint64_t* place_out,
    csp_error* error);

/* ask_for_support
 * completed -> completed (CAN-15)
 * Asked by: host
 */
typedef struct csp_ask_for_support {
    uint32_t size;
    csp_bool is_needed; /* 0: CSP_YES */
} csp_ask_for_support;
CSP_API csp_status csp_software_order_ask_for_support(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_ask_for_support* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_software_order_ask_for_support(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_ask_for_support* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_software_order_ask_for_support(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_ask_for_support* command, uint64_t* place_out,
    csp_error* error);

/* ---- entitlement ---- */

/* get_keys
 * owned -> owned (ENT-04)
 * Asked by: admin_agent, host
 */
typedef struct csp_get_keys {
    uint32_t size;
    uint32_t reserved;
    const csp_artifact* artifact;
} csp_get_keys;
CSP_API csp_status csp_entitlement_get_keys(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_get_keys* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_entitlement_get_keys(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_get_keys* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_entitlement_get_keys(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_get_keys* command, uint64_t* place_out,
    csp_error* error);

/* get_link
 * owned -> owned (ENT-04)
 * Asked by: admin_agent, host
 */
typedef struct csp_get_link {
    uint32_t size;
    uint32_t reserved;
    const csp_artifact* artifact;
} csp_get_link;
CSP_API csp_status csp_entitlement_get_link(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_get_link* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_entitlement_get_link(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_get_link* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_entitlement_get_link(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_get_link* command, uint64_t* place_out,
    csp_error* error);

/* ---- download_link ---- */

/* download
 * valid -> valid (ENT-06)
 * Asked by: admin_agent, host
 */
typedef struct csp_download {
    uint32_t size;
    uint32_t reserved;
} csp_download;
CSP_API csp_status csp_download_link_download(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_download* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_download_link_download(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_download* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_download_link_download(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_download* command, uint64_t* place_out,
    csp_error* error);

/* ---- support_request ---- */

/* draft_support_request
 * absent -> draft (SUP-01)
 * Asked by: admin_agent, global_admin, helpdesk_agent, host
 */
typedef struct csp_draft_support_request {
    uint32_t size;
    csp_id partner;
    uint32_t reserved;
    const csp_support_form* form;
} csp_draft_support_request;
CSP_API csp_status csp_support_request_draft(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_draft_support_request* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_support_request_draft(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_draft_support_request* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_support_request_draft(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_draft_support_request* command, uint64_t* place_out,
    csp_error* error);

/* change_support_request
 * draft -> draft (SUP-01)
 * Asked by: admin_agent, global_admin, helpdesk_agent, host
 */
typedef struct csp_change_support_request {
    uint32_t size;
    uint32_t reserved;
    const csp_support_form* form;
} csp_change_support_request;
CSP_API csp_status csp_support_request_change(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_change_support_request* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_support_request_change(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_change_support_request* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_support_request_change(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_change_support_request* command, uint64_t* place_out,
    csp_error* error);

/* submit_support_request
 * draft -> open (SUP-07)
 * Asked by: admin_agent, global_admin, helpdesk_agent, host
 */
typedef struct csp_submit_support_request {
    uint32_t size;
    uint32_t reserved;
} csp_submit_support_request;
CSP_API csp_status csp_support_request_submit(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_submit_support_request* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_support_request_submit(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_submit_support_request* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_support_request_submit(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_submit_support_request* command, uint64_t* place_out,
    csp_error* error);

/* add_support_note
 * open -> open (SUP-07), attention_needed -> open (SUP-07), closed -> open (SUP-07)
 * Asked by: admin_agent, global_admin, helpdesk_agent, host
 */
typedef struct csp_add_support_note {
    uint32_t size;
    uint32_t reserved;
    csp_str text;
} csp_add_support_note;
CSP_API csp_status csp_support_request_add_support_note(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_add_support_note* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_support_request_add_support_note(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_add_support_note* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_support_request_add_support_note(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_add_support_note* command, uint64_t* place_out,
    csp_error* error);

/* attach_file
 * draft -> draft (SUP-06), open -> open (SUP-06)
 * Asked by: admin_agent, global_admin, helpdesk_agent, host
 */
typedef struct csp_attach_file {
    uint32_t size;
    uint32_t reserved;
    const csp_attachment* attachment;
} csp_attach_file;
CSP_API csp_status csp_support_request_attach_file(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_attach_file* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_support_request_attach_file(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_attach_file* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_support_request_attach_file(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_attach_file* command, uint64_t* place_out,
    csp_error* error);

/* ask_for_attention
 * open -> attention_needed (SUP-07)
 * Asked by: host
 */
typedef struct csp_ask_for_attention {
    uint32_t size;
    uint32_t reserved;
    csp_str text;
} csp_ask_for_attention;
CSP_API csp_status csp_support_request_ask_for_attention(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_ask_for_attention* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_support_request_ask_for_attention(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_ask_for_attention* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_support_request_ask_for_attention(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_ask_for_attention* command, uint64_t* place_out,
    csp_error* error);

/* close_support_request
 * open -> closed (SUP-07), attention_needed -> closed (SUP-07)
 * Asked by: host
 */
typedef struct csp_close_support_request {
    uint32_t size;
    uint32_t reserved;
    csp_str text;
} csp_close_support_request;
CSP_API csp_status csp_support_request_close(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_close_support_request* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_support_request_close(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_close_support_request* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_support_request_close(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_close_support_request* command, uint64_t* place_out,
    csp_error* error);

/* accept_refund
 * open -> closed (CAN-06), attention_needed -> closed (CAN-06)
 * Asked by: host
 */
typedef struct csp_accept_refund {
    uint32_t size;
    uint32_t reserved;
    csp_money amount;
    csp_str text;
} csp_accept_refund;
CSP_API csp_status csp_support_request_accept_refund(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_accept_refund* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_support_request_accept_refund(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_accept_refund* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_support_request_accept_refund(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_accept_refund* command, uint64_t* place_out,
    csp_error* error);

/* ---- partnership ---- */

/* request_partnership
 * absent -> requested (RES-08), declined -> requested (RES-08), withdrawn -> requested (RES-08), removed -> requested
 * (RES-08)
 * Asked by: admin_agent, global_admin, host, sales_agent, user_management_admin
 */
typedef struct csp_request_partnership {
    uint32_t size;
    csp_id provider;
    uint32_t reserved;
    csp_str reseller_email;
    csp_str text;
    csp_str link_digest;
} csp_request_partnership;
CSP_API csp_status csp_partnership_request(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_request_partnership* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_partnership_request(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_request_partnership* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_partnership_request(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_request_partnership* command, uint64_t* place_out,
    csp_error* error);

/* edit_request
 * requested -> requested (RES-10)
 * Asked by: admin_agent, global_admin, host, sales_agent, user_management_admin
 */
typedef struct csp_edit_request {
    uint32_t size;
    uint32_t reserved;
    csp_str text;
    const csp_str* link_digests;
    size_t link_digests_count;
} csp_edit_request;
CSP_API csp_status csp_partnership_edit_request(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_edit_request* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_partnership_edit_request(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_edit_request* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_partnership_edit_request(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_edit_request* command, uint64_t* place_out,
    csp_error* error);

/* accept_partnership
 * requested -> active (RES-11)
 * Asked by: admin_agent, global_admin, host
 */
typedef struct csp_accept_partnership {
    uint32_t size;
    csp_id reseller;
    uint32_t reserved;
    csp_str link_digest;
    csp_bool is_authorised;
    uint32_t reserved2;
} csp_accept_partnership;
CSP_API csp_status csp_partnership_accept(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_accept_partnership* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_partnership_accept(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_accept_partnership* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_partnership_accept(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_accept_partnership* command, uint64_t* place_out,
    csp_error* error);

/* decline_partnership
 * requested -> declined (RES-11)
 * Asked by: admin_agent, global_admin, host
 */
typedef struct csp_decline_partnership {
    uint32_t size;
    uint32_t reserved;
    csp_str link_digest;
} csp_decline_partnership;
CSP_API csp_status csp_partnership_decline(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_decline_partnership* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_partnership_decline(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_decline_partnership* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_partnership_decline(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_decline_partnership* command, uint64_t* place_out,
    csp_error* error);

/* withdraw_request
 * requested -> withdrawn (RES-08)
 * Asked by: admin_agent, global_admin, host, sales_agent, user_management_admin
 */
typedef struct csp_withdraw_request {
    uint32_t size;
    uint32_t reserved;
} csp_withdraw_request;
CSP_API csp_status csp_partnership_withdraw_request(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_withdraw_request* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_partnership_withdraw_request(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_withdraw_request* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_partnership_withdraw_request(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_withdraw_request* command, uint64_t* place_out,
    csp_error* error);

/* remove_partnership
 * active -> removed (RES-06)
 * Asked by: admin_agent, global_admin, host, sales_agent, user_management_admin
 */
typedef struct csp_remove_partnership {
    uint32_t size;
    csp_bool is_confirmed;
} csp_remove_partnership;
CSP_API csp_status csp_partnership_remove(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_remove_partnership* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_partnership_remove(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_remove_partnership* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_partnership_remove(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_remove_partnership* command, uint64_t* place_out,
    csp_error* error);

/* revoke_provider_access
 * active -> active (RES-11)
 * Asked by: global_admin, host
 */
typedef struct csp_revoke_provider_access {
    uint32_t size;
    uint32_t reserved;
} csp_revoke_provider_access;
CSP_API csp_status csp_partnership_revoke_provider_access(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_revoke_provider_access* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_partnership_revoke_provider_access(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_revoke_provider_access* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_partnership_revoke_provider_access(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_revoke_provider_access* command, uint64_t* place_out,
    csp_error* error);

/* ---- invoice ---- */

/* record_payment
 * issued -> issued (CONV-5), overdue -> overdue (CONV-5)
 * Asked by: host
 */
typedef struct csp_record_payment {
    uint32_t size;
    uint32_t reserved;
    csp_money amount;
} csp_record_payment;
CSP_API csp_status csp_invoice_record_payment(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_record_payment* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_invoice_record_payment(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_record_payment* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_invoice_record_payment(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_record_payment* command, uint64_t* place_out,
    csp_error* error);

/* credit_and_rebill
 * issued -> credited (B11), overdue -> credited (B11)
 * Asked by: host
 */
typedef struct csp_credit_and_rebill {
    uint32_t size;
    uint32_t reserved;
    csp_str reason;
} csp_credit_and_rebill;
CSP_API csp_status csp_invoice_credit_and_rebill(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_credit_and_rebill* command, csp_receipt* receipt_out,
    csp_error* error);
CSP_API csp_status csp_preview_invoice_credit_and_rebill(csp_engine* engine, const csp_request* request,
    const csp_id* record, const csp_credit_and_rebill* command, csp_cursor** cursor_out,
    csp_error* error);
CSP_API csp_status csp_batch_invoice_credit_and_rebill(csp_batch* batch, const csp_request* request,
    const csp_id* record, const csp_credit_and_rebill* command, uint64_t* place_out,
    csp_error* error);

/* ---- the pages of the new-customer wizard; csp_wizard.h has its functions ---- */

typedef struct csp_start_wizard {
    uint32_t size;
    csp_id reseller;
} csp_start_wizard;

typedef struct csp_give_details {
    uint32_t size;
    uint32_t reserved;
    csp_str domain;
    const csp_billing_profile* profile;
} csp_give_details;

typedef struct csp_choose_subscriptions {
    uint32_t size;
    uint32_t reserved;
    const csp_first_order* first_order;
} csp_choose_subscriptions;

#ifdef __cplusplus
}
#endif
#endif

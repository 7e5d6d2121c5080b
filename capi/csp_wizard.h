/* csp_wizard.h - the pages on which a provider adds a customer for a reseller.
 *
 * Included by csp.h, whose seven rules hold here too. A wizard is a value in your hands: nothing is stored before it is
 * submitted, and one that is closed before has left nothing anywhere. What stands against a step is told at that step.
 * While it takes one, another from inside of a callback is told CSP_BUSY, through whatever engine.
 */
#ifndef CSP_WIZARD_H
#define CSP_WIZARD_H
#include "csp_commands.h"
#include "csp_values.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct csp_wizard csp_wizard; /* one customer on its way; one thread's at a time */

CSP_API csp_status csp_wizard_open(csp_wizard** wizard_out, csp_error* error);
CSP_API void csp_wizard_close(csp_wizard* wizard);
/* "unstarted", "details", "subscriptions", "review", "confirmed", "closed", "aborted" */
CSP_API csp_status csp_wizard_phase(csp_wizard* wizard, csp_str* phase_out, csp_error* error);

CSP_API csp_status csp_wizard_start(csp_engine* engine, const csp_actor* actor, csp_wizard* wizard,
                                    const csp_start_wizard* page, csp_error* error);
CSP_API csp_status csp_wizard_give_details(csp_engine* engine, const csp_actor* actor, csp_wizard* wizard,
                                           const csp_give_details* page, csp_error* error);
CSP_API csp_status csp_wizard_choose_subscriptions(csp_engine* engine, const csp_actor* actor, csp_wizard* wizard,
                                                   const csp_choose_subscriptions* page, csp_error* error);
/* The only way back is to start over. */
CSP_API csp_status csp_wizard_cancel(csp_engine* engine, const csp_actor* actor, csp_wizard* wizard, csp_error* error);
/* Closes the confirmation, and with it the setup info. */
CSP_API csp_status csp_wizard_finish(csp_engine* engine, const csp_actor* actor, csp_wizard* wizard, csp_error* error);

/* What submitting would come to: a row for each line and each reseller, and for each deadline ahead. */
CSP_API csp_status csp_wizard_review(csp_engine* engine, const csp_actor* actor, csp_wizard* wizard,
                                     csp_cursor** cursor_out, csp_error* error);
/* Customer, order, subscriptions, grant and administrator in one commit. One row, whose text is the password. */
CSP_API csp_status csp_wizard_submit(csp_engine* engine, const csp_request* request, csp_wizard* wizard,
                                     csp_cursor** cursor_out, csp_error* error);

#ifdef __cplusplus
}
#endif
#endif

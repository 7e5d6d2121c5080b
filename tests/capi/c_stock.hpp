// A shop with a record of every noun, and commands that they take.
#pragma once

#include "c_resellers.hpp"
#include "c_software.hpp"

namespace csp::test {

/// What stands before the shop: its engine is opened with it.
struct CBrought {
    CSoftware software{};
    /// Without its regular expressions, of which each takes thousands of allocations.
    csp_str united_states = text(R"({"iso2Code":"US","isCityRequired":true,"isStateRequired":true})");

    csp_engine_options with(const csp_storage* storage) const {
        csp_engine_options made = software.options();
        made.country_rules = &united_states;
        made.country_rules_count = 1;
        if (storage != nullptr) {
            made.url = csp_str{};
            made.storage = storage;
        }
        return made;
    }
};

/// Good commands, each begun once. Their names say what they do.
struct CWishes {
    CProfile tailspin{"Tailspin"};
    csp_enrolment enrolment = CSP_INIT(csp_enrolment);
    csp_listing listing = CSP_INIT(csp_listing);
    csp_cycle cycle{CSP_CYCLE_MONTHLY};
    csp_price price = CSP_INIT(csp_price);
    csp_order_line line = CSP_INIT(csp_order_line);
    csp_product_sheet sheet = CSP_INIT(csp_product_sheet);
    csp_software_wish licence = CSP_INIT(csp_software_wish);
    csp_support_form form = CSP_INIT(csp_support_form);
    csp_attachment attachment = CSP_INIT(csp_attachment);

    csp_enrol_partner enrol = CSP_INIT(csp_enrol_partner);
    csp_change_billing_day bill_later = CSP_INIT(csp_change_billing_day);
    csp_restrict_partner restrict_it = CSP_INIT(csp_restrict_partner);
    csp_create_customer create = CSP_INIT(csp_create_customer);
    csp_update_billing_profile update = CSP_INIT(csp_update_billing_profile);
    csp_list_offer list = CSP_INIT(csp_list_offer);
    csp_set_price set_price = CSP_INIT(csp_set_price);
    csp_draft_order draft = CSP_INIT(csp_draft_order);
    csp_place_order place_it = CSP_INIT(csp_place_order);
    csp_submit_order submit = CSP_INIT(csp_submit_order);
    csp_cancel_draft throw_away = CSP_INIT(csp_cancel_draft);
    csp_rename_subscription rename = CSP_INIT(csp_rename_subscription);
    csp_change_quantity grow = CSP_INIT(csp_change_quantity);
    csp_suspend_subscription suspend_it = CSP_INIT(csp_suspend_subscription);
    csp_list_product list_product = CSP_INIT(csp_list_product);
    csp_set_product_price set_product_price = CSP_INIT(csp_set_product_price);
    csp_buy_software buy_licence = CSP_INIT(csp_buy_software);
    csp_cancel_software cancel_licence = CSP_INIT(csp_cancel_software);
    csp_get_keys get_keys = CSP_INIT(csp_get_keys);
    csp_get_link get_link = CSP_INIT(csp_get_link);
    csp_download download = CSP_INIT(csp_download);
    csp_draft_support_request ask_for_help = CSP_INIT(csp_draft_support_request);
    csp_change_support_request ask_otherwise = CSP_INIT(csp_change_support_request);
    csp_attach_file attach = CSP_INIT(csp_attach_file);
    csp_revoke_provider_access revoke = CSP_INIT(csp_revoke_provider_access);
    csp_remove_partnership leave = CSP_INIT(csp_remove_partnership);
    csp_record_payment pay = CSP_INIT(csp_record_payment);
    csp_credit_and_rebill rebill = CSP_INIT(csp_credit_and_rebill);

    CWishes() {
        tell_of_partners();
        tell_of_catalogue();
        tell_of_support();
    }
    CWishes(const CWishes&) = delete;
    CWishes& operator=(const CWishes&) = delete;

private:
    void tell_of_partners() {
        enrolment.company_name = text("Northwind");
        enrolment.kind = CSP_PARTNER_KIND_DIRECT_BILL;
        enrolment.mpn_id = text("7001");
        enrolment.country = country("US");
        enrolment.billing_currency = csp_currency{"USD"};
        enrol.enrolment = &enrolment;
        bill_later.billing_day = 20;
        restrict_it.reason = text("a long outstanding debt, which nobody has paid");
        create.domain = text("tailspin.example.com");
        create.profile = update.profile = &tailspin.profile;
        leave.is_confirmed = CSP_YES;
        pay.amount = dollars(1);
        rebill.reason = text("the address on it was wrong");
    }
    void tell_of_catalogue() {
        listing.country = country("CA");
        listing.catalog_id = text("031C9E47-4802-4248-838E-778FB1D2CC05");
        listing.name = text("Business Premium, in another market");
        listing.maximum_quantity = 300;
        listing.cycles = &cycle;
        listing.cycles_count = 1;
        list.listing = &listing;
        price.market = country("US");
        price.unit_price = dollars(1300);
        set_price.price = set_product_price.price = &price;
        line.quantity = licence.quantity = 1;
        draft.lines = place_it.lines = &line;
        draft.lines_count = place_it.lines_count = 1;
        rename.friendly_name = text("a name that is longer than a short string is");
        grow.quantity = 6;
        suspend_it.reason = CSP_SUSPENSION_REASON_NON_PAYMENT;
        sheet.catalog_id = text("DG7GMGF0DWM4/0001");
        sheet.name = text("Office Professional 2019, by another name");
        sheet.maximum_quantity = 10;
        sheet.artifacts_count = 1;
        list_product.sheet = &sheet;
        buy_licence.lines = &licence;
        buy_licence.lines_count = 1;
        cancel_licence.acknowledged = cancel_licence.whole_order = CSP_YES;
    }
    void tell_of_support() {
        form.title = text("It does not start any more");
        form.impact = CSP_IMPACT_MINIMAL;
        ask_for_help.form = ask_otherwise.form = &form;
        attachment.file_name = text("a picture of the screen.png");
        attachment.reference = text("somewhere/at/the/host/4711");
        attach.attachment = &attachment;
    }
};

struct CStock : CBrought, CResellers, CWishes {
    csp_id none{};
    csp_id seats{};
    csp_id product{};
    csp_id order_draft{};
    csp_id software_order{};
    csp_id entitlement{};
    csp_id link{};
    csp_id support_request{};
    csp_id invoice{};

    explicit CStock(const csp_storage* storage = nullptr) : CResellers(with(storage)) {
        line.offer = offer;
        draft.customer = place_it.customer = buy_licence.customer = cancel_licence.customer = customer;
        licence.product = software.product;
        sheet.artifacts = get_keys.artifact = get_link.artifact = &software.artifact;
        product = software.product;
        good(place(5), error);
        seats = subscription();
        join();
        advance_days(40);
        csp_due_report report = CSP_INIT(csp_due_report);
        good(csp_run_due(engine, 0, &report, &error), error);
        entitlement = software.buy(*this);
        make_the_rest();
    }

    /// Its first row, and the cursor is closed.
    csp_id first_row(csp_status status, csp_cursor* const& cursor) {
        good(status, error);
        csp_row row = CSP_INIT(csp_row);
        good(csp_cursor_next(cursor, &row, &error), error);
        csp_cursor_close(cursor);
        return row.id;
    }

private:
    void make_the_rest() {
        csp_cursor* cursor = nullptr;
        software_order = first_row(csp_software_orders(engine, &host, &customer, nullptr, &cursor, &error), cursor);
        link = first_row(csp_show_link(engine, &by_ann, &entitlement, &software.artifact, &cursor, &error), cursor);
        invoice = first_row(csp_invoices(engine, &host, &partner, nullptr, nullptr, &cursor, &error), cursor);
        good(csp_order_draft(engine, &by_ann, nullptr, &draft, &receipt, &error), error);
        order_draft = receipt.id;
        good(csp_support_request_draft(engine, &by_ann, nullptr, &ask_for_help, &receipt, &error), error);
        support_request = receipt.id;
    }
};

/// A command of C with everything that it is asked with.
template <class Does, class Previews, class Adds, class By, class Record, class Wish>
struct CGoodCommand {
    Does does;
    Previews previews;
    Adds adds;
    By by;
    Record record;
    Wish wish;

    csp_status done(CStock& stock) const {
        return does(stock.engine, &(stock.*by), &(stock.*record), &(stock.*wish), &stock.receipt, &stock.error);
    }
    csp_status previewed(CStock& stock, csp_cursor** cursor) const {
        return previews(stock.engine, &(stock.*by), &(stock.*record), &(stock.*wish), cursor, &stock.error);
    }
    csp_status added(CStock& stock, csp_batch* batch) const {
        return adds(batch, &(stock.*by), &(stock.*record), &(stock.*wish), nullptr, &stock.error);
    }
};
template <class... Parts>
CGoodCommand(Parts...) -> CGoodCommand<Parts...>;

/// Calls `visit(name, command)` for commands of every noun, each of which a stock that is new takes.
template <class Visit>
void for_each_good_command(Visit visit) {
#define CSP_GOOD(function, by, record, wish)                                                                    \
    visit(#function, CGoodCommand{&csp_##function, &csp_preview_##function, &csp_batch_##function, &CStock::by, \
                                  &CStock::record, &CStock::wish})
    CSP_GOOD(partner_enrol, by_host, none, enrol);
    CSP_GOOD(partner_change_billing_day, by_host, partner, bill_later);
    CSP_GOOD(partner_restrict, by_host, partner, restrict_it);
    CSP_GOOD(customer_create, by_ann, none, create);
    CSP_GOOD(customer_update_billing_profile, by_host, customer, update);
    CSP_GOOD(offer_list, by_host, offer, list);
    CSP_GOOD(offer_set_price, by_host, offer, set_price);
    CSP_GOOD(order_draft, by_ann, none, draft);
    CSP_GOOD(order_place, by_ann, none, place_it);
    CSP_GOOD(order_submit, by_ann, order_draft, submit);
    CSP_GOOD(order_cancel_draft, by_ann, order_draft, throw_away);
    CSP_GOOD(subscription_rename, by_ann, seats, rename);
    CSP_GOOD(subscription_change_quantity, by_ann, seats, grow);
    CSP_GOOD(subscription_suspend, by_ann, seats, suspend_it);
    CSP_GOOD(product_list, by_host, product, list_product);
    CSP_GOOD(product_set_price, by_host, product, set_product_price);
    CSP_GOOD(software_order_buy_software, by_ann, none, buy_licence);
    CSP_GOOD(software_order_cancel_software, by_ann, software_order, cancel_licence);
    CSP_GOOD(entitlement_get_keys, by_ann, entitlement, get_keys);
    CSP_GOOD(entitlement_get_link, by_ann, entitlement, get_link);
    CSP_GOOD(download_link_download, by_ann, link, download);
    CSP_GOOD(support_request_draft, by_ann, none, ask_for_help);
    CSP_GOOD(support_request_change, by_ann, support_request, ask_otherwise);
    CSP_GOOD(support_request_attach_file, by_ann, support_request, attach);
    CSP_GOOD(partnership_revoke_provider_access, by_rob, partnership, revoke);
    CSP_GOOD(partnership_remove, by_pat, partnership, leave);
    CSP_GOOD(invoice_record_payment, by_host, invoice, pay);
    CSP_GOOD(invoice_credit_and_rebill, by_host, invoice, rebill);
#undef CSP_GOOD
}

}  // namespace csp::test

// Questions about money: the invoices of a partner, what is on them, and how others read them.
#include <algorithm>

#include "codec/keys.hpp"
#include "codec/reconciliation.hpp"
#include "csp/engine.hpp"
#include "engine/look_up.hpp"
#include "engine/pages.hpp"
#include "engine/reading.hpp"
#include "engine/scan.hpp"

namespace csp {
namespace {

using engine::Entry;
using engine::look_up;
using engine::Reading;

std::string_view text_of_cycle(Cycle cycle) {
    switch (cycle) {
        case Cycle::monthly: return "Monthly";
        case Cycle::annual: return "Annual";
        case Cycle::none: return "None";
        case Cycle::one_time: return "OneTime";
    }
    return "";
}

/// Names are those of the market it was sold in; any is better than none.
const Listing* listing_of(const Offer* offer, const Subscription* subscription) {
    if (offer == nullptr || offer->listings.empty()) { return nullptr; }
    const Listing* sold = subscription == nullptr ? nullptr : listing_in(*offer, subscription->country);
    return sold == nullptr ? &offer->listings.front() : sold;
}

/// B5: the first term is shown from the day of the order, although the days before the first paid one are free. A year
/// has none, and an add-on may be free to the end of its first term: what is charged then is the next one.
Date first_day_shown(const ChargeEntry& entry, const Subscription& s, const Policy& policy) {
    const bool is_monthly = entry.cycle == Cycle::monthly;
    const bool is_first = entry.term.start == s.first_billed_on;
    const bool is_next = !s.parent.is_nil() && s.first_billed_on > s.anchor &&
                         next_anniversary(s.anchor, policy.term_months, s.opened_on) == s.first_billed_on;
    return is_monthly && is_first && !is_next ? std::min(s.opened_on, entry.term.start) : entry.term.start;
}

/// Looks up what the line names. What is gone has no name: the line stays.
class Names {
public:
    explicit Names(engine::Pipeline& pipeline) : pipeline_(pipeline) {}

    Result<codec::LineNames> of(const ChargeEntry& entry) {
        codec::LineNames names{.term = entry.term, .cycle = text_of_cycle(entry.cycle)};
        auto partner = look_up(pipeline_, entry.partner);
        if (!partner) { return std::move(partner).error(); }
        if (*partner != nullptr) { names.mpn_id = (*partner)->mpn_id; }
        auto customer = look_up(pipeline_, entry.customer);
        if (!customer) { return std::move(customer).error(); }
        if (*customer != nullptr) {
            names.customer = (*customer)->profile.company_name;
            names.domain = (*customer)->domain;
        }
        auto added = entry.subscription.is_nil() ? add_product(entry, names) : add_licence(entry, names);
        if (!added) { return std::move(added).error(); }
        return names;
    }

private:
    Result<Done> add_product(const ChargeEntry& entry, codec::LineNames& names) {
        auto product = look_up(pipeline_, entry.product);
        if (!product) { return std::move(product).error(); }
        if (*product != nullptr) { names.offer = (*product)->sheet.name; }
        return done;
    }
    Result<Done> add_licence(const ChargeEntry& entry, codec::LineNames& names) {
        auto subscription = look_up(pipeline_, entry.subscription);
        if (!subscription) { return std::move(subscription).error(); }
        auto offer = look_up(pipeline_, entry.offer);
        if (!offer) { return std::move(offer).error(); }
        if (*subscription != nullptr) {
            names.subscription = (*subscription)->friendly_name;
            names.term.start = first_day_shown(entry, **subscription, pipeline_.policy());
        }
        if (const Listing* sold = listing_of(*offer, *subscription); sold != nullptr) {
            names.offer = sold->name;
            names.catalog_id = sold->catalog_id;
        }
        if (names.subscription.empty()) { names.subscription = names.offer; }
        return done;
    }

    engine::Pipeline& pipeline_;
};

/// B11: a credit note has the lines of the invoice that it cancels, each with the opposite sign.
ChargeEntry as_it_stands_on(const Invoice& invoice, ChargeEntry entry) {
    if (invoice.document == DocumentType::credit_note) {
        entry.line.amount.amount_minor = -entry.line.amount.amount_minor;
        entry.tax.amount_minor = -entry.tax.amount_minor;
    }
    return entry;
}

std::string charges_of(const Invoice& invoice) { return codec::charges_of_invoice(invoice.partner, invoice.coming); }

/// Calls `visit(entry, names)` for each charge of the invoice.
template <class Visit>
Result<Done> for_each_line(Reading& open, const Invoice& invoice, Visit visit) {
    return engine::for_each_record(open.transaction, codec::Index::charges_of_invoice, charges_of(invoice),
                                   [&](const Record& record) -> Result<Done> {
                                       auto charge = open.work.adopt<Charge>(record);
                                       if (!charge) { return std::move(charge).error(); }
                                       Names names(open.pipeline);
                                       auto named = names.of((*charge)->state().entry);
                                       if (!named) { return std::move(named).error(); }
                                       visit(as_it_stands_on(invoice, (*charge)->state().entry), *named);
                                       return done;
                                   });
}

}  // namespace

Result<Page<Standing<Invoice>>> Engine::invoices(const Actor& actor, PartnerId partner, const InvoiceFilter& filter,
                                                 const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<Page<Standing<Invoice>>> {
        const PartnerId whose = partner.is_nil() ? actor.partner : partner;
        auto owner = open.pipeline.standing(actor, whose, open.now);
        if (!owner) { return std::move(owner).error(); }
        if (auto no = engine::may_not_see_bills(actor)) { return *std::move(no); }
        const auto as_wanted = [&](const Entry<Invoice>& entry) -> Result<std::optional<Standing<Invoice>>> {
            const auto phase = machine::Names<Invoice::Phase>::list[entry.state().phase.index()];
            if (filter.phase && *filter.phase != phase) { return std::optional<Standing<Invoice>>(); }
            return engine::as_it_stands(entry);
        };
        return engine::page_of<Invoice, Standing<Invoice>>(open, codec::Index::invoices_of_partner,
                                                           codec::prefix_of(whose), page, as_wanted);
    });
}

Result<Page<ChargeEntry>> Engine::invoice_lines(const Actor& actor, InvoiceId invoice, const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<Page<ChargeEntry>> {
        auto entry = open.pipeline.standing(actor, invoice, open.now);
        if (!entry) { return std::move(entry).error(); }
        const Invoice& read = (*entry)->state();
        const auto as_entry = [&](const Entry<Charge>& charge) -> Result<std::optional<ChargeEntry>> {
            return std::optional<ChargeEntry>(as_it_stands_on(read, charge.state().entry));
        };
        return engine::page_of<Charge, ChargeEntry>(open, codec::Index::charges_of_invoice, charges_of(read), page,
                                                    as_entry);
    });
}

Result<std::string> Engine::invoice_as_csv(const Actor& actor, InvoiceId invoice) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<std::string> {
        auto entry = open.pipeline.standing(actor, invoice, open.now);
        if (!entry) { return std::move(entry).error(); }
        std::string csv;
        codec::append_csv_header(csv);
        auto written = for_each_line(open, (*entry)->state(), [&](const ChargeEntry& line, const auto& names) {
            codec::append_csv_line(line, names, csv);
        });
        if (!written) { return std::move(written).error(); }
        return csv;
    });
}

Result<std::string> Engine::invoice_as_json(const Actor& actor, InvoiceId invoice) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<std::string> {
        auto entry = open.pipeline.standing(actor, invoice, open.now);
        if (!entry) { return std::move(entry).error(); }
        std::string json;
        codec::append_json_begin((*entry)->state(), json);
        auto written = for_each_line(open, (*entry)->state(), [&](const ChargeEntry& line, const auto& names) {
            codec::append_json_line(line, names, json);
        });
        if (!written) { return std::move(written).error(); }
        codec::append_json_end(json);
        return json;
    });
}

}  // namespace csp

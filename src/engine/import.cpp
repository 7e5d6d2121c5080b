// Imports: every entry of a list becomes a command, and all that are good are one commit.
#include <algorithm>

#include "codec/country_import.hpp"
#include "codec/offer_import.hpp"
#include "codec/price_import.hpp"
#include "engine/authority.hpp"
#include "engine/inside.hpp"

namespace csp {
namespace {

/// An entry of a list: what is to be so, for which offer, and where to look when it is refused.
template <class Thing>
struct Wanted {
    OfferId offer{};
    std::string place{};
    Thing thing{};
};

/// The offer as stored, or an empty one.
Result<Offer> stored_offer(engine::Attempt& attempt, const OfferId& id) {
    engine::Work work(attempt.transaction, attempt.familiar);
    auto entry = work.load(id);
    if (!entry) { return std::move(entry).error(); }
    return (*entry)->state();
}

bool says_the_same(const Offer& stored, const Listing& listing) {
    const Listing* known = listing_in(stored, listing.country);
    return known != nullptr && *known == listing;
}
bool says_the_same(const Offer& stored, const Price& price) {
    return std::find(stored.prices.begin(), stored.prices.end(), price) != stored.prices.end();
}

/// A refusal of the rules, told at the place in the list it is about.
Error at_place(Error error, const std::string& place) {
    error.field = error.field.empty() ? place : place + "." + error.field;
    return error;
}

Error without_field(std::string field) {
    return Error{.code = Code::invalid,
                 .rule = "GEN-04",
                 .reason = "import_is_repeatable",
                 .sentence = "an import has no " + field + ": it can be repeated, and what is stored stays as it is",
                 .field = field};
}
/// An import is many commands about many records.
std::optional<Error> asks_too_much(const Request& request) {
    if (!request.id.is_nil()) { return without_field("request_id"); }
    if (request.expected_version != 0) { return without_field("expected_version"); }
    return std::nullopt;
}

}  // namespace

/// All entries in one commit; those that are stored already cost nothing.
template <class C, class Entry>
Result<ImportReport> Engine::Inside::import_list(const Request& request, const std::vector<Entry>& entries,
                                                 const ImportReport& read) {
    if (auto no = engine::not_permitted<Offer>(request.by, machine::index_of<C, Offer::Command>, Relation::self)) {
        return *std::move(no);
    }
    if (auto no = engine::not_a_name(request.by)) { return *std::move(no); }
    if (auto no = asks_too_much(request)) { return *std::move(no); }
    auto at = now();
    if (!at) { return std::move(at).error(); }
    ImportReport report;
    auto committed = in_one_commit([&](engine::Attempt& attempt) -> Result<Done> {
        report = read;
        engine::Familiar familiar;
        attempt.familiar = &familiar;
        for (const Entry& entry : entries) {
            auto stored = stored_offer(attempt, entry.offer);
            if (!stored) { return std::move(stored).error(); }
            if (says_the_same(*stored, entry.thing)) {
                ++report.unchanged;
                continue;
            }
            const Command command{Ask<Offer>{entry.offer, C{entry.thing}}};
            auto receipt = one(attempt, Request{.by = request.by}, command, *at);
            if (receipt) {
                ++report.stored;
            } else if (engine::is_no_refusal(receipt.error())) {
                return std::move(receipt).error();
            } else {
                report.problems.push_back(at_place(std::move(receipt).error(), entry.place));
            }
        }
        return done;
    });
    if (!committed) { return std::move(committed).error(); }
    return report;
}

Result<ImportReport> Engine::import_offers(const Request& request, std::string_view json) {
    return engine::guarded(inside_->door, inside_->visitor, [&]() -> Result<ImportReport> {
        auto list = codec::import_offers(json, inside_->policy);
        if (!list) { return std::move(list).error(); }
        ImportReport read{.read = list->read};
        for (auto& problem : list->problems) { read.problems.push_back(std::move(problem.error)); }
        if (list->wrong_total) { read.problems.push_back(*std::move(list->wrong_total)); }
        std::vector<Wanted<Listing>> wanted;
        for (auto& [id, listing] : list->offers) {
            wanted.push_back({.offer = id, .place = listing.catalog_id, .thing = std::move(listing)});
        }
        return inside_->import_list<ListOffer>(request, wanted, read);
    });
}

Result<ImportReport> Engine::import_prices(const Request& request, std::string_view csv) {
    return engine::guarded(inside_->door, inside_->visitor, [&]() -> Result<ImportReport> {
        auto list = codec::import_prices(csv);
        if (!list) { return std::move(list).error(); }
        ImportReport read{.read = list->read};
        for (auto& problem : list->problems) { read.problems.push_back(std::move(problem.error)); }
        std::vector<Wanted<Price>> wanted;
        for (auto& [id, price] : list->prices) {
            wanted.push_back({.offer = id, .place = text_of(id), .thing = std::move(price)});
        }
        return inside_->import_list<SetPrice>(request, wanted, read);
    });
}

Result<CountryRules> import_country_rules(std::string_view json) { return codec::import_country_rules(json); }

}  // namespace csp

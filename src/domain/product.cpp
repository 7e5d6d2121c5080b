// What is sold once: the table of a product, its guards, and what each event does to the state.
#include "csp/product.hpp"

#include <algorithm>
#include <array>

#include "domain/prices.hpp"
#include "domain/refusals.hpp"
#include "domain/texts.hpp"

namespace csp {
namespace {

using S = Product;
using Q = Question<S>;
using Reasons = std::vector<Error>;

const ProductSheet& sheet_of(const Q& q) { return asked<ListProduct>(q).sheet; }
const Price& price_of(const Q& q) { return asked<SetProductPrice>(q).price; }

std::string field_of(std::string_view list, std::size_t index, std::string_view name) {
    return std::string(list) + "[" + std::to_string(index) + "]." + std::string(name);
}

// ---- guards: each reads after "only if" --------------------------------------------------------------

std::array<NamedText, 2> texts_of(const Q& q) {
    return {NamedText{"catalog_id", sheet_of(q).catalog_id, q.policy.friendly_name_bytes, true},
            NamedText{"name", sheet_of(q).name, q.policy.friendly_name_bytes, true}};
}
constexpr Guard<S> texts_are_good{"its texts are one line each",
                                  [](const Q& q) { return std::ranges::all_of(texts_of(q), is_good); },
                                  [](const Q& q, Reasons& out) {
                                      for (const NamedText& text : texts_of(q)) {
                                          if (!is_good(text)) { out.push_back(not_good(text, "SWP-01")); }
                                      }
                                  },
                                  true};

constexpr Guard<S> kind_is_known{
    "its kind is known", [](const Q& q) { return name_of(sheet_of(q).kind) != "unknown"; },
    [](const Q&, Reasons& out) {
        out.push_back(invalid("SWP-01", "unknown_kind", "kind",
                              "the kind must be perpetual_software, software_subscription, reservation, linux_plan "
                              "or security_updates"));
    },
    true};

bool is_for_good(const ProductSheet& sheet) { return sheet.kind == ProductKind::perpetual_software; }
constexpr Guard<S> term_suits_its_kind{
    "its term suits its kind",
    [](const Q& q) {
        const std::int32_t months = sheet_of(q).term_months;
        return is_for_good(sheet_of(q)) ? months == 0 : std::ranges::count(q.policy.software_term_months, months) > 0;
    },
    [](const Q& q, Reasons& out) {
        std::string terms;
        for (const std::int32_t months : q.policy.software_term_months) {
            terms += (terms.empty() ? "" : " or ") + std::to_string(months);
        }
        out.push_back(invalid("SWP-01", "term_out_of_range", "term_months",
                              (is_for_good(sheet_of(q)) ? "perpetual software has no term; it is "
                                                        : "the term must be " + terms + " months; it is ") +
                                  std::to_string(sheet_of(q).term_months)));
    },
    true};

constexpr Guard<S> quantities_make_a_range{
    "its quantities make a range",
    [](const Q& q) { return make_a_range(sheet_of(q).minimum_quantity, sheet_of(q).maximum_quantity); },
    [](const Q& q, Reasons& out) {
        out.push_back(no_quantity_range("SWP-01", sheet_of(q).minimum_quantity, sheet_of(q).maximum_quantity));
    },
    true};

Reasons wrong_artifacts(const Q& q) {
    Reasons out;
    const std::vector<Artifact>& artifacts = sheet_of(q).artifacts;
    for (std::size_t i = 0; i < artifacts.size(); ++i) {
        const Artifact& artifact = artifacts[i];
        const std::size_t most = q.policy.friendly_name_bytes;
        for (const NamedText& text :
             {NamedText{"version", artifact.version, most, true}, NamedText{"language", artifact.language, most, true},
              NamedText{"file_type", artifact.file_type, most, true}}) {
            if (is_good(text)) { continue; }
            out.push_back(not_good(text, "ENT-03"));
            out.back().field = field_of("artifacts", i, text.field);
        }
    }
    std::vector<Artifact> sorted = artifacts;
    std::ranges::sort(sorted);
    if (const auto twice = std::ranges::adjacent_find(sorted); twice != sorted.end()) {
        out.push_back(invalid("ENT-03", "artifact_twice", "artifacts", "it has " + text_of(*twice) + " twice"));
    }
    return out;
}
constexpr Guard<S> artifacts_can_be_chosen{"its artifacts can be told apart",
                                           [](const Q& q) { return wrong_artifacts(q).empty(); },
                                           [](const Q& q, Reasons& out) {
                                               for (Error& error : wrong_artifacts(q)) {
                                                   out.push_back(std::move(error));
                                               }
                                           },
                                           true};

bool makes_sense(const CancellationPolicy& policy) {
    const bool is_a_day = first_date <= policy.from && policy.from <= last_date;
    switch (policy.way) {
        case CancellationWay::window: return is_a_day && policy.days >= 0;
        case CancellationWay::none:
        case CancellationWay::support_only: return is_a_day && policy.days == 0;
    }
    return false;
}
constexpr Guard<S> can_be_taken_back_in_known_ways{
    "the ways back are known, each with its days",
    [](const Q& q) { return std::ranges::all_of(sheet_of(q).cancellation, makes_sense); },
    [](const Q& q, Reasons& out) {
        const auto& policies = sheet_of(q).cancellation;
        for (std::size_t i = 0; i < policies.size(); ++i) {
            if (makes_sense(policies[i])) { continue; }
            out.push_back(invalid("CAN-05", "unknown_way_back", "cancellation[" + std::to_string(i) + "]",
                                  "it must be a window of 0 or more days, none or support_only, the latter without "
                                  "days, from a day of 1970-9999"));
        }
    },
    true};

constexpr Guard<S> ways_back_follow_each_other{
    "the ways back follow each other",
    [](const Q& q) {
        const auto begins_no_later = [](const CancellationPolicy& next, const CancellationPolicy& before) {
            return next.from >= before.from;
        };
        const auto& policies = sheet_of(q).cancellation;
        return std::ranges::adjacent_find(policies, begins_no_later) == policies.end();
    },
    [](const Q&, Reasons& out) {
        out.push_back(invalid("CAN-05", "range_upside_down", "cancellation",
                              "each way back must begin on a later day than the one before"));
    },
    true};

constexpr Guard<S> credit_suits_its_term{
    "its credit suits its term",
    [](const Q& q) {
        switch (sheet_of(q).credit) {
            case CreditWay::by_kind:
            case CreditWay::full: return true;
            case CreditWay::prorated: return !is_for_good(sheet_of(q));
        }
        return false;
    },
    [](const Q& q, Reasons& out) {
        const bool is_prorated = sheet_of(q).credit == CreditWay::prorated;
        out.push_back(invalid("CAN-21", is_prorated ? "nothing_to_prorate" : "unknown_credit", "credit",
                              is_prorated ? "perpetual software has no days to prorate"
                                          : "the credit must be by_kind, full or prorated"));
    },
    true};

constexpr Guard<S> in_a_market{"in a market",
                               [](const Q& q) { return read_country(price_of(q).market.text()).has_value(); },
                               [](const Q&, Reasons& out) {
                                   out.push_back(invalid("CONV-8", "invalid_country", "market",
                                                         "the price must name its market in two upper-case letters"));
                               },
                               true};

constexpr Guard<S> amount_is_a_price{"the amount is a price", [](const Q& q) { return !why_no_amount(price_of(q)); },
                                     [](const Q& q, Reasons& out) { out.push_back(*why_no_amount(price_of(q))); },
                                     true};

constexpr Guard<S> holds_for_some_days{"it holds for some days", [](const Q& q) { return !why_no_days(price_of(q)); },
                                       [](const Q& q, Reasons& out) { out.push_back(*why_no_days(price_of(q))); },
                                       true};

// ---- makers: what happens, with every value it needs ------------------------------------------------

ProductListed listed(const Q& q) { return {sheet_of(q)}; }
ProductWithdrawn withdrawn(const Q&) { return {}; }
ProductPriceSet price_set(const Q& q) { return {price_of(q)}; }

// ---- refusals where there is no row ------------------------------------------------------------------

Error withdrawn_already(const Q&) {
    return refused("SWP-01", "withdrawn_already", "", "the product is withdrawn already", 2091);
}

constexpr auto well_formed =
    only_if<&texts_are_good, &kind_is_known, &term_suits_its_kind, &quantities_make_a_range, &artifacts_can_be_chosen,
            &can_be_taken_back_in_known_ways, &ways_back_follow_each_other, &credit_suits_its_term>;
constexpr auto a_good_price = only_if<&in_a_market, &amount_is_a_price, &holds_for_some_days>;

// clang-format off
// ---- the whole life of a product; what is not in this table is refused --------------------------------
constexpr Move<S> moves[] = {
//   from                 on                   only if       emits              to                    rule
    {phase<S::Absent>,    on<ListProduct>,     well_formed,  emits<&listed>,    phase<S::Listed>,     "SWP-01"},
    {phase<S::Listed>,    on<ListProduct>,     well_formed,  emits<&listed>,    phase<S::Listed>,     "SWP-01"},
    {phase<S::Listed>,    on<WithdrawProduct>, always,       emits<&withdrawn>, phase<S::Withdrawn>,  "SWP-01"},
    {phase<S::Listed>,    on<SetProductPrice>, a_good_price, emits<&price_set>, phase<S::Listed>,     "CONV-8"},
    {phase<S::Withdrawn>, on<ListProduct>,     well_formed,  emits<&listed>,    phase<S::Listed>,     "SWP-01"},
    {phase<S::Withdrawn>, on<SetProductPrice>, a_good_price, emits<&price_set>, phase<S::Withdrawn>,  "CONV-8"},
};
constexpr auto nevers = std::to_array<Never<S>>({
    {phase<S::Withdrawn>, on<WithdrawProduct>, &withdrawn_already},
});
// clang-format on
constexpr Table table{moves, nevers};
static_assert(table.uses_every_command());
static_assert(table.emits_every_event());
static_assert(table.reaches_every_phase());
static_assert(table.names_a_rule_in_every_row());

void list(S& s, const ProductSheet& sheet) {
    s.sheet = sheet;
    s.phase = S::Listed{};
}

}  // namespace

Result<S::Event> decide(const Q& question) { return table.decide(question); }
std::optional<Error> why_not(const Q& question, bool before_asking) { return table.why_not(question, before_asking); }
MachineText product_table() { return table.text(); }

void evolve(S& s, const S::Event& event) {
    // clang-format off
    std::visit(overloaded{
        [&](const ProductListed& e)    { list(s, e.sheet); },
        [&](const ProductWithdrawn&)   { s.phase = S::Withdrawn{}; },
        [&](const ProductPriceSet& e)  { keep_price(s.prices, e.price); },
    }, event);
    // clang-format on
}

}  // namespace csp

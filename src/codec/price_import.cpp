#include "codec/price_import.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <tuple>

#include "base/malformed.hpp"
#include "base/utf8.hpp"
#include "codec/csv.hpp"

namespace csp::codec {
namespace {

constexpr std::string_view rule = "OFF-03";

enum Column : std::size_t { offer_id, market, currency, unit_price, valid_from, valid_until, column_count };
constexpr std::array<std::string_view, column_count> column_names{"offer_id",   "market",     "currency",
                                                                  "unit_price", "valid_from", "valid_until"};

/// Where each column stands.
using Places = std::array<std::size_t, column_count>;

/// A column that csp does not know is refused: it may well be one of ours, misspelled.
Result<Places> places_in(const CsvRow& header) {
    const auto wrong = [](std::string sentence) {
        return Result<Places>(malformed(rule, "wrong_header", std::move(sentence), "line 1"));
    };
    if (!header.complaint.empty()) { return wrong(header.complaint); }
    for (const std::string& name : header.fields) {
        if (std::count(column_names.begin(), column_names.end(), name) == 0) {
            return wrong("there is no column " + quoted(name));
        }
    }
    Places places{};
    for (std::size_t column = 0; column < column_count; ++column) {
        const auto& names = header.fields;
        const auto found = std::find(names.begin(), names.end(), column_names[column]);
        if (found == names.end() || std::count(names.begin(), names.end(), column_names[column]) != 1) {
            return wrong("the header must have the column " + std::string(column_names[column]) + " once");
        }
        places[column] = static_cast<std::size_t>(found - names.begin());
    }
    return places;
}

Result<std::pair<OfferId, Price>> price_in(const CsvRow& row, const Places& places) {
    if (!row.complaint.empty()) { return malformed(rule, "malformed_line", row.complaint, ""); }
    if (row.fields.size() != column_count) {
        return malformed(rule, "malformed_line",
                         "the line must have 6 fields; it has " + std::to_string(row.fields.size()), "");
    }
    const auto text = [&](Column column) -> const std::string& { return row.fields[places[column]]; };
    if (text(offer_id).empty()) { return malformed(rule, "missing_field", "the offer id is empty", "offer_id"); }
    auto where = read_country(text(market), "market");
    if (!where) { return std::move(where).error(); }
    auto paid_in = read_currency(text(currency), "currency");
    if (!paid_in) { return std::move(paid_in).error(); }
    auto amount = read_money(text(unit_price), *paid_in, "unit_price");
    if (!amount) { return std::move(amount).error(); }
    auto from = read_date(text(valid_from), "valid_from");
    if (!from) { return std::move(from).error(); }
    Price price{.market = *where, .unit_price = *amount, .valid_from = *from};
    if (!text(valid_until).empty()) {
        auto until = read_date(text(valid_until), "valid_until");
        if (!until) { return std::move(until).error(); }
        price.valid_until = *until;
    }
    return std::pair(offer_id_of(text(offer_id)), price);
}

PriceProblem problem_in(const CsvRow& row, Error error) {
    const std::string line = "line " + std::to_string(row.line);
    error.field = error.field.empty() ? line : line + ": " + error.field;
    return PriceProblem{.line = row.line, .error = std::move(error)};
}

}  // namespace

Result<PriceImport> import_prices(std::string_view csv) {
    const std::vector<CsvRow> rows = rows_of(without_byte_order_mark(csv));
    if (rows.empty()) { return malformed(rule, "wrong_header", "the file is empty", "line 1"); }
    auto places = places_in(rows.front());
    if (!places) { return std::move(places).error(); }
    PriceImport import{.read = rows.size() - 1};
    std::set<std::tuple<OfferId, Country, Currency, Date>> known;
    for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
        auto read = price_in(*row, *places);
        if (!read) {
            import.problems.push_back(problem_in(*row, std::move(read).error()));
            continue;
        }
        const auto& [offer, price] = *read;
        if (!known.emplace(offer, price.market, price.unit_price.currency, price.valid_from).second) {
            Error repeated = malformed(rule, "repeated_price",
                                       "an earlier line has a price of that offer, market and currency from " +
                                           text_of(price.valid_from) + " on",
                                       "valid_from");
            import.problems.push_back(problem_in(*row, std::move(repeated)));
            continue;
        }
        import.prices.push_back(std::move(read).value());
    }
    return import;
}

}  // namespace csp::codec

#include "codec/offer_fields.hpp"

#include <boost/json/array.hpp>
#include <boost/json/string.hpp>

#include <algorithm>
#include <array>

#include "base/malformed.hpp"
#include "csp/text.hpp"

namespace csp::codec {
namespace {

namespace json = boost::json;

// ---- words: Microsoft's spelling, ours ---------------------------------------------------------------
template <class Enum>
struct Word {
    std::string_view text{};
    Enum value{};
};
constexpr std::array cycles{Word<Cycle>{"monthly", Cycle::monthly}, Word<Cycle>{"annual", Cycle::annual},
                            Word<Cycle>{"none", Cycle::none}, Word<Cycle>{"one_time", Cycle::one_time}};
constexpr std::array meterings{Word<Metering>{"none", Metering::none}, Word<Metering>{"usage", Metering::usage},
                               Word<Metering>{"license", Metering::license}};
constexpr std::array limit_units{Word<LimitUnit>{"None", LimitUnit::none},
                                 Word<LimitUnit>{"Concurrent", LimitUnit::concurrent},
                                 Word<LimitUnit>{"Lifetime", LimitUnit::lifetime}};
constexpr const auto& words_of(Cycle) { return cycles; }
constexpr const auto& words_of(Metering) { return meterings; }
constexpr const auto& words_of(LimitUnit) { return limit_units; }

/// In any case: Microsoft writes "Lifetime" and "LifeTime".
template <class Enum>
requires std::is_enum_v<Enum> Complaint read_foreign(const json::value& value, Enum& out) {
    std::string text;
    if (Complaint complaint = codec::read_foreign(value, text); !complaint.empty()) { return complaint; }
    std::string known;
    for (const auto& word : words_of(out)) {
        if (lower_ascii(text) == lower_ascii(word.text)) {
            out = word.value;
            return {};
        }
        known += (known.empty() ? "" : ", ") + std::string(word.text);
    }
    return "is not one of " + known + "; it is " + quoted(text);
}

Complaint read_foreign(const json::value& value, OfferId& out) {
    std::string text;
    if (Complaint complaint = codec::read_foreign(value, text); !complaint.empty()) { return complaint; }
    if (text.empty()) { return "is empty"; }
    out = offer_id_of(text);
    return {};
}

template <class T>
Complaint read_list(const json::value& value, std::vector<T>& out) {
    return read_foreign_list(value, out, [](const json::value& entry, T& one) { return read_foreign(entry, one); });
}
Complaint read_foreign(const json::value& value, std::vector<Cycle>& out) { return read_list(value, out); }
Complaint read_foreign(const json::value& value, std::vector<OfferId>& out) { return read_list(value, out); }
using codec::read_foreign;

// ---- and back ----------------------------------------------------------------------------------------
json::value written(bool value) { return value; }
json::value written(std::int32_t value) { return value; }
json::value written(const std::string& value) { return json::string(value); }
json::value written(Country value) { return json::string(std::string(value.text())); }
json::value written(const OfferId& value) {
    std::string text = text_of(value);
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c; });
    return json::string(text);
}
template <class Enum>
requires std::is_enum_v<Enum> json::value written(Enum value) {
    for (const auto& word : words_of(value)) {
        if (word.value == value) { return json::string(std::string(word.text)); }
    }
    return json::string(std::to_string(static_cast<int>(value)));
}
template <class T>
json::value written(const std::vector<T>& values) {
    json::array list;
    for (const T& value : values) { list.push_back(written(value)); }
    return list;
}

template <auto Member>
constexpr OfferField field(std::string_view microsoft, std::string_view ours, bool is_absent_when_empty = false) {
    return OfferField{microsoft, ours,
                      [](const json::value& value, Listing& out) { return read_foreign(value, out.*Member); },
                      [](const Listing& listing) { return written(listing.*Member); }, is_absent_when_empty};
}

constexpr bool absent_when_empty = true;
constexpr std::array fields{
    field<&Listing::catalog_id>("id", "catalog_id"),
    field<&Listing::name>("name", "name"),
    field<&Listing::minimum_quantity>("minimumQuantity", "minimum_quantity"),
    field<&Listing::maximum_quantity>("maximumQuantity", "maximum_quantity"),
    field<&Listing::country>("country", "country"),
    field<&Listing::prerequisites>("prerequisiteOffers", "prerequisites"),
    field<&Listing::is_add_on>("isAddOn", "is_add_on"),
    field<&Listing::has_add_ons>("hasAddOns", "has_add_ons"),
    field<&Listing::is_available>("isAvailableForPurchase", "is_available"),
    field<&Listing::metering>("billing", "metering"),
    field<&Listing::cycles>("supportedBillingCycles", "cycles"),
    field<&Listing::upgrade_targets>("upgradeTargetOffers", "upgrade_targets", absent_when_empty),
    field<&Listing::conversion_targets>("conversionTargetOffers", "conversion_targets"),
    field<&Listing::auto_renews>("isAutoRenewable", "auto_renews"),
    field<&Listing::partner_qualifications>("resellerQualifications", "partner_qualifications"),
    field<&Listing::customer_qualifications>("reselleeQualifications", "customer_qualifications"),
    field<&Listing::sales_group>("salesGroupId", "sales_group"),
    field<&Listing::is_trial>("isTrial", "is_trial"),
    field<&Listing::limit_unit>("limitUnitOfMeasure", "limit_unit"),
    field<&Listing::limit>("limit", "limit"),
    field<&Listing::unit>("unitType", "unit"),
};

}  // namespace

std::span<const OfferField> offer_fields() { return fields; }

}  // namespace csp::codec

#include "codec/offer_import.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <set>

#include "base/malformed.hpp"
#include "base/utf8.hpp"
#include "codec/json_text.hpp"
#include "codec/offer_fields.hpp"

namespace csp::codec {
namespace {

namespace json = boost::json;

constexpr std::string_view rule = "OFF-03";
/// Its name is read, and as a whole it is kept: csp has no other use for it.
constexpr std::string_view product = "product";

const OfferField* field_named(std::string_view microsoft) {
    const auto fields = offer_fields();
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const OfferField& field) { return field.microsoft == microsoft; });
    return found == fields.end() ? nullptr : &*found;
}

/// The names of a refused command are ours; whoever reads the report has Microsoft's file before him.
std::string microsoft_name(const std::string& ours) {
    const auto fields = offer_fields();
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const OfferField& field) { return field.ours == ours; });
    return found == fields.end() ? ours : std::string(found->microsoft);
}

/// One entry on its way in.
class Entry {
public:
    Entry(const json::value& value, std::string_view text, std::size_t index, const Policy& policy)
        : value_(value), text_(text), index_(index), policy_(policy) {}

    /// Nothing: it is good.
    std::optional<ImportProblem> read(Listing& out) {
        const auto* const object = value_.if_object();
        if (object == nullptr) { return wrong("", "not_an_object", "the entry is not an object"); }
        if (const auto* const id = object->if_contains("id"); id != nullptr && id->is_string()) {
            id_.assign(id->get_string().data(), id->get_string().size());
        }
        if (const auto key = repeated_name(text_)) {
            return wrong(*key, "repeated_field", "the field " + quoted(*key) + " stands there twice");
        }
        if (id_.empty()) { return wrong("id", "missing_field", "the offer has no id"); }
        for (const OfferField& field : offer_fields()) {
            const auto* const value = object->if_contains(field.microsoft);
            if (value == nullptr || value->is_null()) { continue; }  // the guards say what is needed
            if (const Complaint complaint = field.read(*value, out); !complaint.empty()) {
                return wrong(std::string(field.microsoft), "malformed_field",
                             std::string(field.microsoft) + " " + complaint);
            }
        }
        if (const auto* const whole = object->if_contains(product)) {
            if (auto problem = read_product(*whole, out)) { return problem; }
        }
        if (auto problem = keep_other_fields(out)) { return problem; }
        return judge(out);
    }

    ImportProblem wrong(std::string field, std::string_view reason, std::string sentence) const {
        Error error = malformed(rule, reason, std::move(sentence), "");
        return place(std::move(field), std::move(error));
    }

private:
    std::string place_of(const std::string& field) const {
        return "items[" + std::to_string(index_) + "]" + (field.empty() ? "" : "." + field);
    }
    ImportProblem place(std::string field, Error error) const {
        error.field = place_of(field);
        return ImportProblem{.index = index_, .id = id_, .field = std::move(field), .error = std::move(error)};
    }

    std::optional<ImportProblem> read_product(const json::value& whole, Listing& out) const {
        const auto* const object = whole.if_object();
        if (object == nullptr) { return wrong(std::string(product), "malformed_field", "product is not an object"); }
        const auto* const name = object->if_contains("name");
        const Complaint complaint = name == nullptr ? Complaint{} : read_foreign(*name, out.product_name);
        if (complaint.empty()) { return std::nullopt; }
        return wrong("product.name", "malformed_field", "product.name " + complaint);
    }

    std::optional<ImportProblem> keep_other_fields(Listing& out) const {
        std::string kept = "{";
        for (const Member& member : members_of(text_)) {
            if (field_named(member.name) != nullptr) { continue; }
            if (!is_utf8(member.key) || !is_utf8(member.value)) {
                return wrong(is_utf8(member.key) ? std::string(member.key) : "", "malformed_field",
                             "a field that csp only keeps is not UTF-8: " + quoted(member.key));
            }
            if (kept.size() > 1) { kept += ','; }
            kept.append("\"").append(member.key).append("\":");
            append_compact(member.value, kept);
        }
        kept += '}';
        if (kept.size() > 2) { out.other_fields = std::move(kept); }
        return std::nullopt;
    }

    /// The same guards as for a listing made by hand: there is one judge.
    std::optional<ImportProblem> judge(const Listing& listing) const {
        const Offer none;
        const Offer::Command command = ListOffer{listing};
        const Offer::Facts facts;
        auto refusal = why_not(Question<Offer>{none, command, facts, policy_, first_instant}, false);
        if (!refusal) { return std::nullopt; }
        for (Error& other : refusal->also) { other.field = place_of(microsoft_name(other.field)); }
        return place(microsoft_name(refusal->field), *refusal);
    }

    const json::value& value_;
    std::string_view text_;
    std::size_t index_;
    const Policy& policy_;
    std::string id_{};
};

std::optional<Error> wrong_total(const json::object& file, std::size_t entries) {
    const auto* const total = file.if_contains("totalCount");
    if (total == nullptr) { return std::nullopt; }
    const auto* const number = total->if_int64();
    if (number != nullptr && std::cmp_equal(*number, entries)) { return std::nullopt; }
    return malformed(rule, "wrong_total",
                     "the file says that it has " + json::serialize(*total).substr(0, 20) + " offers; it has " +
                         std::to_string(entries),
                     "totalCount");
}

}  // namespace

Result<OfferImport> import_offers(std::string_view text, const Policy& policy) {
    auto parsed = parse_foreign(text, rule);
    if (!parsed) { return std::move(parsed).error(); }
    const std::string_view bytes = without_byte_order_mark(text);
    std::vector<std::string_view> entries;
    std::size_t lists = 0;
    for (const Member& member : members_of(bytes)) {
        if (member.name != "items") { continue; }
        ++lists;
        entries = elements_of(member.value);
    }
    const auto* const file = parsed->if_object();
    const auto* const items = file == nullptr ? nullptr : file->if_contains("items");
    if (lists != 1 || items == nullptr || !items->is_array()) {
        return malformed(rule, "no_items", "the file has no list \"items\", or more than one", "items");
    }
    OfferImport import{.read = entries.size(), .wrong_total = wrong_total(*file, entries.size())};
    std::set<std::pair<OfferId, Country>> known;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        Entry entry(items->get_array()[i], entries[i], i, policy);
        Listing listing;
        auto problem = entry.read(listing);
        const OfferId id = offer_id_of(listing.catalog_id);
        if (!problem && !known.emplace(id, listing.country).second) {
            problem = entry.wrong("id", "repeated_offer", "an earlier entry has the same id and country");
        }
        if (problem) {
            import.problems.push_back(std::move(*problem));
        } else {
            import.offers.emplace_back(id, std::move(listing));
        }
    }
    return import;
}

std::string export_listing(const Listing& listing) {
    std::string out = "{";
    const auto append_key = [&](std::string_view key) {
        if (out.size() > 1) { out += ','; }
        out.append("\"").append(key).append("\":");
    };
    for (const OfferField& field : offer_fields()) {
        const json::value value = field.write(listing);
        if (field.is_absent_when_empty && value.get_array().empty()) { continue; }
        append_key(field.microsoft);
        out += json::serialize(value);
    }
    bool has_product = false;
    // A host may have written the kept fields by hand: what is not JSON is not looked into.
    const auto kept = parse_foreign(listing.other_fields, rule);
    for (const Member& member : kept ? members_of(listing.other_fields) : std::vector<Member>{}) {
        has_product = has_product || member.name == product;
        append_key(member.key);
        out += member.value;
    }
    if (!has_product && !listing.product_name.empty()) {
        append_key(product);
        out += json::serialize(json::object{{"name", listing.product_name}});
    }
    return out + '}';
}

}  // namespace csp::codec

// Microsoft's list of offers, in and out: the answer of GET offers, as it is. The format stands in docs/imports.md.
//
// Every entry is either in `offers` or in `problems`: nothing is dropped silently, and one bad entry costs only
// itself. Fields that csp does not know are kept, letter for letter, and written back.
// Threads: pure functions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "csp/id.hpp"
#include "csp/offer.hpp"
#include "csp/policy.hpp"
#include "csp/result.hpp"

namespace csp::codec {

/// An entry that is not in, and why.
struct ImportProblem {
    std::size_t index{0};  ///< of its place in "items", from 0
    std::string id{};      ///< as it was spelled; empty when it has none
    std::string field{};   ///< Microsoft's name of the field; empty: the entry as a whole
    Error error{};         ///< its `field` is "items[12].minimumQuantity"
};

struct OfferImport {
    std::size_t read{0};  ///< entries in the file
    std::vector<std::pair<OfferId, Listing>> offers{};
    std::vector<ImportProblem> problems{};
    std::optional<Error> wrong_total{};  ///< "totalCount" is not the number of entries: something was cut off
};

/// Whether an entry makes sense is judged by the guards of ListOffer, under `policy`.
/// Refused as a whole (Code::invalid) when it is no JSON, is nested too deeply or has no list "items".
Result<OfferImport> import_offers(std::string_view json, const Policy& policy);

/// The entry that this listing would come from, as one line of JSON. Ids are written in upper case, and fields that
/// csp knows in Microsoft's order before those that it does not.
std::string export_listing(const Listing& listing);

}  // namespace csp::codec

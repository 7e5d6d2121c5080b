// Cursors: written so that they can be kept, read so that they cannot be forged into another listing.
#include "engine/pages.hpp"

#include <boost/algorithm/hex.hpp>

#include <iterator>

namespace csp::engine {
namespace {

Error no_cursor() {
    return Error{.code = Code::invalid,
                 .rule = "CUS-04",
                 .reason = "not_a_cursor",
                 .sentence = "the place to go on from is not one that this listing gave",
                 .field = "page.after",
                 .microsoft = 800002};
}

/// Tells the entries of one index from those of another that begin alike.
std::string mark_of(codec::Index index) { return std::string(1, static_cast<char>(index)); }

}  // namespace

std::string cursor_of(codec::Index index, std::string_view key) {
    std::string text;
    const std::string bytes = mark_of(index).append(key);
    boost::algorithm::hex_lower(bytes.begin(), bytes.end(), std::back_inserter(text));
    return text;
}

Result<std::string> key_in(std::string_view cursor, codec::Index index, std::string_view prefix) {
    if (cursor.empty()) { return std::string{}; }
    std::string key;
    try {
        boost::algorithm::unhex(cursor.begin(), cursor.end(), std::back_inserter(key));
    } catch (const boost::algorithm::hex_decode_error&) { return no_cursor(); }
    const std::string mark = mark_of(index);
    const std::string beginning = mark + std::string(prefix);
    if (key.size() == mark.size() || !key.starts_with(beginning)) { return no_cursor(); }
    return key.substr(mark.size());
}

Result<Done> check_page_size(std::size_t size, const Policy& policy, std::string_view field) {
    const auto most = static_cast<std::size_t>(policy.page_size_max);
    if (size >= 1 && size <= most) { return done; }
    return Error{.code = Code::invalid,
                 .rule = "CUS-04",
                 .reason = "page_size_out_of_range",
                 .sentence = "a page has from 1 to " + std::to_string(most) + " entries; " + std::to_string(size) +
                             " were asked for",
                 .field = std::string(field),
                 .microsoft = 800002};
}

}  // namespace csp::engine

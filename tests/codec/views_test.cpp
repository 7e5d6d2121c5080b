// The tables of a report have the columns of the records.
#include "codec/views.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <algorithm>

#include "codec/codec.hpp"
#include "codec/nouns.hpp"
#include "codec/samples.hpp"

using namespace csp;
using namespace csp::test;

namespace {

/// "offers", "activities".
std::string several(std::string noun) {
    if (noun.back() != 'y') { return noun + "s"; }
    noun.pop_back();
    return noun + "ies";
}

}  // namespace

TEST_CASE_TEMPLATE("every column is a field of some phase, and every field a column", S, CSP_TEST_NOUNS) {
    const auto views = codec::report_views();
    const auto view = std::find_if(views.begin(), views.end(),
                                   [](const auto& one) { return one.name == several(std::string(S::name)); });
    REQUIRE(view != views.end());
    CHECK(name_of(view->kind) == S::name);
    std::vector<std::string> written;
    for (const S& state : sample_states<S>()) {
        std::string json;
        codec::write_state(state, json);
        const boost::json::value parsed = boost::json::parse(json);
        for (const auto& member : parsed.as_object()) { written.emplace_back(member.key()); }
    }
    std::sort(written.begin(), written.end());
    written.erase(std::unique(written.begin(), written.end()), written.end());
    auto columns = view->fields;
    std::sort(columns.begin(), columns.end());
    CHECK(columns == written);
}

// Old events become today's.
#include "codec/upgrade.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <array>

#include "codec/envelope.hpp"
#include "csp/subscription.hpp"

using namespace csp;

namespace {

/// What an upgrade would look like: in shape 1 the quantity was called "seats", in shape 2 it was a text.
constexpr std::array planted{
    codec::Upgrade{
        1, [](boost::json::object& entry) { entry.emplace("quantity", boost::json::value(entry.at("seats"))); }},
    codec::Upgrade{
        2, [](boost::json::object& entry) { entry["quantity"] = std::stoi(entry.at("quantity").as_string().c_str()); }},
};

boost::json::object upgraded(const char* text) {
    boost::json::object entry = boost::json::parse(text).as_object();
    REQUIRE(codec::upgrade(entry, "subscription event", planted, 3).has_value());
    return entry;
}

}  // namespace

TEST_CASE("an old event takes every step from its own shape on") {
    CHECK(upgraded(R"({"v":1,"seats":"25"})").at("quantity").as_int64() == 25);
    CHECK(upgraded(R"({"v":2,"quantity":"25"})").at("quantity").as_int64() == 25);
    CHECK(upgraded(R"({"v":3,"quantity":25})").at("quantity").as_int64() == 25);
}

TEST_CASE("an event of a newer shape, or of none, is refused") {
    const auto code_of = [](std::string_view text) { return codec::read_stored<Subscription>(text).error().code; };
    CHECK(code_of(R"({"v":2,"event":"subscription_renewed"})") == Code::unsupported);
    CHECK(code_of(R"({"v":0,"event":"subscription_renewed"})") == Code::storage);
    CHECK(code_of(R"({"v":"1","event":"subscription_renewed"})") == Code::storage);
    CHECK(code_of(R"({"event":"subscription_renewed"})") == Code::storage);
}

TEST_CASE("an event may say nothing of who asked") {
    const auto entry = codec::read_stored<Subscription>(R"({"v":1,"event":"subscription_renewed"})");
    REQUIRE(entry.has_value());
    CHECK((entry->cause == codec::Cause{}));
    CHECK(codec::read_stored<Subscription>(R"({"v":1,"asked":1,"event":"subscription_renewed"})").error().field ==
          "asked");
    CHECK(codec::read_stored<Subscription>(R"({"v":1,"event":"command_refused"})").error().field == "error");
}

// How it looks: names, numbers, days, money, and what is none.
#include "codec/codec.hpp"

#include <doctest/doctest.h>

#include "codec/samples.hpp"

using namespace csp;
using namespace csp::test;

namespace {

std::string event_text(const Subscription::Event& event) {
    std::string json;
    codec::write_event<Subscription>(event, json);
    return json;
}

Subscription read(std::string_view json) { return codec::read_state<Subscription>(json).value(); }

}  // namespace

TEST_CASE("a new subscription is written with every field, and null for what is none") {
    std::string json = "before ";
    codec::write_state(Subscription{}, json);
    CHECK(json ==
          "before {\"partner\":null,\"customer\":null,\"order\":null,\"offer\":null,\"trial\":null,\"parent\":null,"
          "\"friendly_name\":\"\",\"reseller_mpn_id\":\"\",\"support_contact\":null,"
          "\"quantity\":0,\"cycle\":\"monthly\",\"cloud\":\"global\",\"country\":null,"
          "\"is_trial\":false,\"auto_renews\":true,\"unit_price\":null,\"opened_on\":\"1970-01-01\","
          "\"first_billed_on\":\"1970-01-01\",\"anchor\":\"1970-01-01\",\"phase\":\"absent\"}");
}

TEST_CASE("fields that are missing have their defaults, and fields that are not known are passed over") {
    const Subscription read_back = read(R"({"colour":{"red":[1]},"phase":"suspended","quantity":7,"shade":null})");
    Subscription expected;
    expected.quantity = 7;
    expected.phase = Subscription::Suspended{};
    CHECK((read_back == expected));
}

TEST_CASE("fields may stand in any order") {
    const Subscription read_back = read(R"({"quantity":7,"phase":"active","friendly_name":"a","anchor":"2018-06-01"})");
    CHECK(read_back.quantity == 7);
    CHECK(read_back.friendly_name == "a");
    CHECK((read_back.anchor == day("2018-06-01")));
}

TEST_CASE("an enumerator is written by name, and one without a name as its number") {
    CHECK(
        event_text(SubscriptionSuspended{.reason = SuspensionReason::non_payment}).find(R"("reason":"non_payment")") !=
        std::string::npos);
    CHECK(event_text(SubscriptionSuspended{.reason = static_cast<SuspensionReason>(17)}).find(R"("reason":"17")") !=
          std::string::npos);
    CHECK((read(R"({"cloud":"255","phase":"absent"})").cloud == static_cast<Cloud>(255)));
    CHECK((read(R"({"cloud":"2","phase":"absent"})").cloud == Cloud::us_government));  // it has got a name since
}

TEST_CASE("CONV-5: money has the decimals of its currency") {
    const auto text = [](Money money) {
        std::string json;
        codec::write_event<Offer>(PriceSet{Price{.unit_price = money}}, json);
        return json;
    };
    CHECK(text({1250, dollar}).find(R"({"amount":"12.50","currency":"USD"})") != std::string::npos);
    CHECK(text({-5, dollar}).find(R"({"amount":"-0.05","currency":"USD"})") != std::string::npos);
    CHECK(text({1250, Currency{{'J', 'P', 'Y'}}}).find(R"({"amount":"1250","currency":"JPY"})") != std::string::npos);
    CHECK(text({INT64_MIN, dollar}).find("\"-92233720368547758.08\"") != std::string::npos);
    CHECK(text(Money{}).find(R"("unit_price":null)") != std::string::npos);
}

TEST_CASE("CONV-1: a moment has microseconds where it needs them, and never is a word") {
    const auto text = [](Instant at) { return event_text(SubscriptionDeleted{.deleted_at = at}); };
    CHECK(text(Instant{1}).find("\"1970-01-01T00:00:00.000001Z\"") != std::string::npos);
    CHECK(text(last_instant).find("\"9999-12-31T23:59:59.999999Z\"") != std::string::npos);
    CHECK(text(never).find("\"deleted_at\":\"never\"") != std::string::npos);
}

TEST_CASE("text is escaped where JSON asks for it, and kept where it does not") {
    CHECK(event_text(SubscriptionRenamed{"a\"b\\c/\b\f\n\r\t\x01\x1f\x7f é 東 🦊"}) ==
          "{\"event\":\"subscription_renamed\",\"friendly_name\":"
          "\"a\\\"b\\\\c/\\b\\f\\n\\r\\t\\u0001\\u001f\\u007f é 東 🦊\"}");
}

TEST_CASE("text that is not UTF-8 is written so that it can be read again") {
    for (const char* bad : {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF"}) {
        const std::string json = event_text(SubscriptionRenamed{std::string("a") + bad + "b"});
        const auto back = codec::read_event<Subscription>(json);
        REQUIRE(back.has_value());
        const auto& name = std::get<SubscriptionRenamed>(*back).friendly_name;
        CHECK(name.substr(0, 4) == "a\xEF\xBF\xBD");
        CHECK(name.back() == 'b');
    }
}

TEST_CASE("commands are written like events") {
    std::string json;
    codec::write_command<Subscription>(ChangeQuantity{25}, json);
    CHECK(json == R"({"command":"change_quantity","quantity":25})");
}

TEST_CASE("a fingerprint is the same in every release") {
    const Subscription::Command command = ChangeQuantity{25};
    CHECK(codec::fingerprint_of<Subscription>(numbered<Subscription>(5), command, 3) == 3708784660758373084U);
}

#include "csp/sealer.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

using namespace csp;

namespace {

constexpr std::string_view context = "entitlement 7";

std::unique_ptr<Sealer> sealer_of(char key) { return sealer_with_key(Secret(std::string(32, key))).value(); }
std::string secret_of(std::size_t size) {
    std::string text;
    while (text.size() < size) { text += "marked secret " + std::to_string(text.size()) + ' '; }
    return text.substr(0, size);
}
std::string sealed_by(Sealer& sealer, std::string_view text) { return sealer.seal(Secret(text), context).value(); }

bool is_printable(char letter) { return letter > ' ' && letter < '\x7F'; }

/// Nothing opens, and nothing of the secret is said.
void check_refused(Sealer& sealer, std::string_view sealed, std::string_view of_context, Code code) {
    const auto opened = sealer.open(sealed, of_context);
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == code);
    CHECK(opened.error().rule.empty());
    CHECK(opened.error().sentence.find("marked") == std::string::npos);
}

}  // namespace

TEST_CASE("what was sealed opens with the same key and context") {
    const auto sealer = sealer_of('k');
    for (const std::size_t size : {0u, 1u, 40u, 10'000u}) {
        CAPTURE(size);
        const std::string sealed = sealed_by(*sealer, secret_of(size));
        CHECK(std::ranges::all_of(sealed, is_printable));
        const auto opened = sealer_of('k')->open(sealed, context);
        REQUIRE(opened.has_value());
        CHECK(opened->reveal() == secret_of(size));
    }
    const auto without_context = sealer->seal(Secret("marked"), "");
    CHECK(sealer->open(*without_context, "").value().reveal() == "marked");
}

TEST_CASE("a sealed text holds no part of the secret, and its length says no more than the secret's") {
    const auto sealer = sealer_of('k');
    const std::string secret = secret_of(10'000);
    const std::string sealed = sealed_by(*sealer, secret);
    for (std::size_t at = 0; at + 8 <= secret.size(); ++at) {
        REQUIRE(sealed.find(secret.substr(at, 8)) == std::string::npos);
    }
    CHECK(sealed_by(*sealer, std::string(100, 'a')).size() == sealed_by(*sealer, std::string(100, 'b')).size());
}

TEST_CASE("the same secret is never sealed the same way twice") {
    const auto sealer = sealer_of('k');
    const std::string first = sealed_by(*sealer, "marked");
    const std::string second = sealed_by(*sealer, "marked");
    CHECK(first != second);
    CHECK(sealer->open(first, context).value().reveal() == sealer->open(second, context).value().reveal());
}

TEST_CASE("a text with one changed letter does not open") {
    const auto sealer = sealer_of('k');
    const std::string sealed = sealed_by(*sealer, "marked secret");
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        for (int flip = 1; flip < 256; ++flip) {
            std::string changed = sealed;
            changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ flip);
            CAPTURE(at);
            CAPTURE(flip);
            const auto opened = sealer->open(changed, context);
            REQUIRE_FALSE(opened.has_value());
            REQUIRE(opened.error().sentence.find("marked") == std::string::npos);
        }
    }
}

TEST_CASE("a truncated or lengthened text does not open") {
    const auto sealer = sealer_of('k');
    const std::string sealed = sealed_by(*sealer, "marked secret");
    for (std::size_t size = 0; size < sealed.size(); ++size) {
        CAPTURE(size);
        check_refused(*sealer, std::string_view(sealed).substr(0, size), context, Code::storage);
    }
    for (const std::string_view more : {"A", "AA", "AAAA", "=", " ", "\n"}) {
        check_refused(*sealer, sealed + std::string(more), context, Code::storage);
    }
}

TEST_CASE("another key or another context does not open it") {
    const auto sealer = sealer_of('k');
    const std::string sealed = sealed_by(*sealer, "marked secret");
    check_refused(*sealer_of('l'), sealed, context, Code::storage);
    check_refused(*sealer, sealed, "entitlement 8", Code::storage);
    check_refused(*sealer, sealed, "entitlement 7 ", Code::storage);
    check_refused(*sealer, sealed, "", Code::storage);
}

TEST_CASE("a text that a newer csp sealed is refused as that") {
    const auto sealer = sealer_of('k');
    const std::string sealed = sealed_by(*sealer, "marked secret");
    // The first two letters are 12 bits: the version's 8, here 0 and 2, and 4 of the nonce, which does not matter.
    check_refused(*sealer, "AA" + sealed.substr(2), context, Code::unsupported);
    check_refused(*sealer, "Ag" + sealed.substr(2), context, Code::unsupported);
    CHECK(sealer->open("Ag" + sealed.substr(2), context).error().sentence ==
          "made by a newer csp: a text is sealed in version 2; this csp opens version 1");
}

TEST_CASE("CONV-7: the key has 32 bytes") {
    CHECK(sealer_with_key(Secret(std::string(32, 'k'))).has_value());
    for (const std::size_t size : {0u, 31u, 33u, 64u}) {
        const auto refused = sealer_with_key(Secret(std::string(size, 'k')));
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == Code::invalid);
        CHECK(refused.error().rule == "CONV-7");
        CHECK(refused.error().field == "key");
        CHECK(refused.error().sentence == "the key must have 32 bytes; it has " + std::to_string(size));
    }
}

TEST_CASE("CONV-7: the nonce comes from the dice that were given") {
    struct Ones final : SecretSource {
        void fill(std::span<std::byte> out) override { std::ranges::fill(out, std::byte{1}); }
    } ones;
    const auto sealer = sealer_with_key(Secret(std::string(32, 'k')), ones).value();
    const std::string first = sealed_by(*sealer, "marked");
    CHECK(first.starts_with("AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBA"));  // the version and 24 bytes of 1
    CHECK(first == sealed_by(*sealer, "marked"));
}

#include "csp/id.hpp"

#include <doctest/doctest.h>

#include <set>
#include <type_traits>

using namespace csp;

namespace {

constexpr std::string_view canonical = "1c410588-da3b-4f88-b38f-707eb9de46c0";

AnyId counted(std::uint64_t number) {
    AnyId id{};
    for (std::size_t i = 0; i < 8; ++i) { id.data[15 - i] = static_cast<std::uint8_t>(number >> (8 * i)); }
    return id;
}

void check_refused(std::string_view text) {
    CAPTURE(text);
    const auto read = read_any_id(text, "customer");
    REQUIRE_FALSE(read);
    CHECK(read.error().code == Code::invalid);
    CHECK(read.error().rule == "GEN-04");
    CHECK(read.error().reason == "malformed_id");
    CHECK(read.error().field == "customer");
}

}  // namespace

TEST_CASE("GEN-04: an id is read from its canonical spelling and written the same") {
    const auto id = read_any_id(canonical);
    REQUIRE(id);
    CHECK(id->data[0] == 0x1c);
    CHECK(id->data[15] == 0xc0);
    CHECK(text_of(*id) == canonical);
    CHECK(text_of(read_id<Customer>(canonical).value()) == canonical);
}

TEST_CASE("GEN-04: every other spelling of an id is refused") {
    check_refused("");
    check_refused("{1c410588-da3b-4f88-b38f-707eb9de46c0}");
    check_refused("1c410588da3b4f88b38f707eb9de46c0");
    check_refused("1C410588-da3b-4f88-b38f-707eb9de46c0");
    check_refused("urn:uuid:1c410588-da3b-4f88-b38f-707eb9de46c0");
    check_refused(" 1c410588-da3b-4f88-b38f-707eb9de46c0");
    check_refused("1c410588-da3b-4f88-b38f-707eb9de46c");
    check_refused("1c410588-da3b-4f88-b38f-707eb9de46c00");
    check_refused("1c410588-da3b-4f88-b38f-707eb9de46cg");
    check_refused("1c410588-da3b-4f88-b38f-707eb9de46c/");
    check_refused("1c410588-da3b-4f88-b38f-707eb9de46c:");
    check_refused("1c410588-da3b-4f88-b38f-707eb9de46c`");
    check_refused("1c41058-8da3b-4f88-b38f-707eb9de46c0");
    check_refused("1c410588-da3b-4f88-b38f_707eb9de46c0");
    check_refused(std::string_view("1c410588-da3b-4f88-b38f-707eb9de46c\0", 36));
}

TEST_CASE("GEN-04: the refusal of a typed id names its field") {
    CHECK(read_id<Order>("x", "order").error().field == "order");
}

TEST_CASE("ids of different nouns do not convert into each other") {
    CHECK_FALSE(std::is_convertible_v<CustomerId, OrderId>);
    CHECK_FALSE(std::is_convertible_v<OrderId, CustomerId>);
}

TEST_CASE("a default id is nil, and ids are ordered as their texts are") {
    CHECK(CustomerId{}.is_nil());
    CHECK(text_of(CustomerId{}) == "00000000-0000-0000-0000-000000000000");
    const CustomerId low{counted(0xff)};
    const CustomerId high{counted(0x100)};
    CHECK(low < high);
    CHECK(text_of(low) < text_of(high));
    CHECK(low == CustomerId{counted(0xff)});
}

TEST_CASE("an offer's GUID is its id, in either case") {
    CHECK(text_of(offer_id_of(canonical)) == canonical);
    CHECK(offer_id_of("1C410588-DA3B-4F88-B38F-707EB9DE46C0") == offer_id_of(canonical));
    CHECK(offer_id_of("1c410588-DA3B-4f88-B38F-707eb9de46c0") == offer_id_of(canonical));
}

TEST_CASE("an offer without a GUID has a name-based id that never changes") {
    CHECK(text_of(offer_id_of("MS-AZR-0145P")) == "8c8bc590-3297-5d68-8c14-e97b655d32af");
    CHECK(offer_id_of("MS-AZR-0146P") != offer_id_of("MS-AZR-0145P"));
    CHECK(offer_id_of("ms-azr-0145p") != offer_id_of("MS-AZR-0145P"));
    CHECK(offer_id_of("{1c410588-da3b-4f88-b38f-707eb9de46c0}") != offer_id_of(canonical));
    CHECK_FALSE(offer_id_of("").is_nil());
}

TEST_CASE("the hash of ids that are counted up differs at both of its ends") {
    std::set<std::size_t> hashes;
    std::set<std::size_t> low_ends;
    std::set<std::size_t> high_ends;
    for (std::uint64_t i = 0; i < 4096; ++i) {
        const std::size_t hash = IdHash{}(counted(i));
        hashes.insert(hash);
        low_ends.insert(hash & 0xFF);
        high_ends.insert(hash >> 56);
    }
    CHECK(hashes.size() == 4096);
    CHECK(low_ends.size() > 200);
    CHECK(high_ends.size() > 200);
    CHECK(IdHash{}(CustomerId{counted(1)}) == IdHash{}(counted(1)));
}

TEST_CASE("every kind has its name and its number for ever") {
    CHECK(name_of(Kind::partner) == "partner");
    CHECK(name_of(Kind::customer) == "customer");
    CHECK(name_of(Kind::offer) == "offer");
    CHECK(name_of(Kind::order) == "order");
    CHECK(name_of(Kind::subscription) == "subscription");
    CHECK(name_of(static_cast<Kind>(0)) == "unknown");
    CHECK(static_cast<int>(Kind::partner) == 1);
    CHECK(static_cast<int>(Kind::subscription) == 5);
}

#include "fuzz/draw.hpp"

#include <cstdint>
#include <string_view>

namespace csp::fuzz {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view odd_texts[] = {
    "\xFF\xFE"sv, "\xC0\x80"sv, "\xED\xA0\x80"sv, "\xF4\x90\x80\x80"sv, "a\0b"sv, "caf\xC3"sv, "=1+1"sv, "\"\\\n"sv,
};
constexpr std::int32_t numbers[] = {1,  0,  2,  3,  4,   5,   -1,  6,      10,     15,        20,        21,
                                    28, 29, 31, 32, 300, 301, 365, 18'141, 18'506, 2'932'896, INT32_MAX, INT32_MIN};
constexpr std::int64_t amounts[] = {100,
                                    0,
                                    1,
                                    -1,
                                    CSP_US_PER_DAY,
                                    30 * CSP_US_PER_DAY,
                                    366 * CSP_US_PER_DAY,
                                    -CSP_US_PER_DAY,
                                    World::start_us,
                                    World::start_us + 31 * CSP_US_PER_DAY,
                                    253'402'300'799'999'999,
                                    253'402'300'800'000'000,
                                    INT64_MAX,
                                    INT64_MIN};
constexpr const char* countries[] = {"US", "DE", "JP", "us", "U", "ZZ"};
constexpr const char* currencies[] = {"USD", "EUR", "JPY", "usd", "XX", "KWD"};

}  // namespace

void Draw::value(csp_str& to) {
    const std::uint8_t how = this->how();
    if (how < 64) { return; }
    if (how < 192) {
        to = test::text(arena_.keep_text(world_.texts[how % world_.texts.size()]));
    } else if (how < first_odd) {
        to = test::text(arena_.keep_text(bytes_.some(how % 24)));
    } else if (how < 248) {
        to = test::text(arena_.keep_text(bytes_.one_of(odd_texts)));
    } else if (how < 250) {
        to = test::text(arena_.keep_text(std::string(100'000, 'x')));
    } else {
        to = csp_str{nullptr, how % 2 == 0 ? std::size_t{0} : std::size_t{5}};
    }
}

void Draw::value(csp_id& to) {
    const std::uint8_t how = this->how();
    const bool is_nil = how < 16 || (how >= first_odd && how < 240);
    if (!is_nil) { to = world_.ids[how % world_.ids.size()]; }
    if (how >= 240) { to.bytes[how % 16] ^= 1U; }
}

void Draw::value(csp_country& to) {
    const std::uint8_t how = this->how();
    to = test::country(how < first_odd ? countries[how % 2] : countries[how % std::size(countries)]);
    if (how >= 254) { std::memset(to.code, 'U', sizeof to.code); }
}

void Draw::value(csp_currency& to) {
    const std::uint8_t how = this->how();
    const char* const code = how < first_odd ? currencies[how % 3] : currencies[how % std::size(currencies)];
    std::strncpy(to.code, code, sizeof to.code);
    if (how >= 254) { std::memset(to.code, 'U', sizeof to.code); }
}

void Draw::value(csp_money& to) {
    value(to.minor);
    value(to.currency);
    to.reserved = how() < 250 ? 0 : 1;
}

void Draw::value(csp_term& to) {
    value(to.start);
    value(to.end);
}

void Draw::value(std::int32_t& to) {
    const std::uint8_t how = this->how();
    to = how < 128 ? how % 4 : numbers[how % std::size(numbers)];  // most are constants, yes or no
    if (how >= first_odd) { to = bytes_.number<std::int32_t>(); }
}
void Draw::value(std::int64_t& to) {
    const std::uint8_t how = this->how();
    to = how < first_odd ? amounts[how % std::size(amounts)] : bytes_.number<std::int64_t>();
}
void Draw::value(std::uint64_t& to) {
    const std::uint8_t how = this->how();
    to = how < first_odd ? how % 8 : bytes_.number<std::uint64_t>();
}

void Draw::value(csp_actor& to) {
    const std::uint8_t how = this->how();
    to = world_.actors[how % world_.actors.size()];
    constexpr std::uint32_t every_role = 1023;
    if (how >= 200) { to.roles = bytes_.number<std::uint16_t>() & every_role; }
    if (how >= first_odd) { to.roles <<= 1U; }
    if (how >= 240) { value(to.user); }
    if (how >= 250) { to.size = odd_size(); }
}

void Draw::value(csp_request& to) {
    const std::uint8_t how = this->how();
    to = CSP_INIT(csp_request);
    argument(to.by);
    if (how % 4 == 1) { value(to.id); }
    if (how % 8 == 3) { value(to.expected_version); }
    if (how >= 245) { to.reserved = 1; }
    if (how >= 250) { to.size = odd_size(); }
}

void Draw::value(csp_page& to) {
    const std::uint8_t how = this->how();
    to = CSP_INIT(csp_page);
    value(to.rows);
    if (how % 4 == 1) { to.is_one_page = CSP_YES; }
    if (how % 4 == 2) { value(to.after); }
    if (how >= first_odd) { value(to.is_one_page); }
}

void Draw::argument(const csp_listener*& to) {
    auto* const made = arena_.keep<csp_listener>();
    const std::uint8_t how = this->how();
    if (how >= 250) { return; }
    *made = world_.new_listener(engine_);
    if (how >= 245) { made->reserved = 1; }
    if (how >= first_odd && how < 240) { made->happened = nullptr; }
    ++world_.brought;
    to = made;
}

void Draw::argument(const csp_engine_options*& to) {
    static constexpr std::string_view urls[] = {"memory:", "", "memory", "sqlite:", "file:shop.db"};
    static constexpr std::string_view profiles[] = {"", "2018-03", "2018-10", "2019-03", "2021-06", "2017-01"};
    const std::uint8_t where = how();
    if (where >= 250) { return; }
    const int brought_before = world_.brought;
    auto* const made = arena_.keep<csp_engine_options>();
    *made = world_.usual_options();
    const bool is_shared = where % 2 == 0;
    if (is_shared) { made->storage = &world_.storage; }
    if (is_shared) { ++world_.brought; }
    if (!is_shared || where >= first_odd) { made->url = test::text(bytes_.one_of(urls)); }
    // The store that is shared has seen the time of the first clock.
    const std::uint8_t which = bytes_.byte();
    if (which < 128 || is_shared) { made->manual_clock = argument<csp_manual_clock*>(); }
    if (made->manual_clock == nullptr) {
        made->clock = &world_.clock;
        ++world_.brought;
    }
    if (which >= 64 && which < 200) { argument(made->listener); }
    made->profile = test::text(bytes_.one_of(profiles));
    value(made->keeps_bills);
    value(made->attempts);
    list(made->country_rules, made->country_rules_count);
    if (where >= 245) { made->reserved = 1; }
    if (where >= 240 && where < 245) {
        made->size = odd_size();
        world_.brought = brought_before;
    }
    to = made;
}

}  // namespace csp::fuzz

// Days, moments, ids and money as text and back, and the clock that is turned by hand.
#include <csp.h>

#include <algorithm>
#include <cstring>

#include "capi/guarded.hpp"
#include "capi/open_engine.hpp"
#include "capi/rows.hpp"
#include "capi/take.hpp"

namespace csp::capi {
namespace {

/// `text` always fits: the longest are moments with their microseconds and ids.
void give_text(const std::string& text, csp_text* out) {
    csp_text told{};
    std::memcpy(told.data, text.data(), std::min(text.size(), sizeof told.data - 1));
    *out = told;
}

template <class Given, class T>
csp_status written(const Given& from, T value, csp_text* out, csp_error* error) {
    return guarded(error, [&]() -> Result<csp_status> {
        Wrong wrong;
        if (!within(check_out(out, wrong), "text_out", wrong) || !take_field("value", from, value, wrong)) {
            return wrong.error();
        }
        give_text(text_of(value), out);
        return csp_status{CSP_OK};
    });
}

/// `read(text)` answers a Result; `give(value)` says how it goes out.
template <class Out, class Read, class Give>
csp_status read_back(const csp_str* text, Out* out, csp_error* error, Read read, Give give) {
    return guarded(error, [&]() -> Result<csp_status> {
        Wrong wrong;
        std::string_view taken;
        if (!within(check_out(out, wrong), "out", wrong) || !take_text(text, taken, "text", wrong)) {
            return wrong.error();
        }
        return handed_out(read(taken), [&](const auto& value) { *out = give(value); });
    });
}

/// `turn(clock)` answers the moment that it is to show.
template <class Turn>
csp_status turned(csp_manual_clock* clock, csp_error* error, Turn turn) {
    return with_handle(clock, error, [&](SharedClock& open) -> Result<csp_status> {
        const std::lock_guard turning(open.turning);  // who advances it reads it first
        return handed_out(turn(open.clock), [&](Instant at) { open.clock.set(at); });
    });
}

}  // namespace
}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_text_of_id(const csp_id* id, csp_text* text_out, csp_error* error) {
    return guarded(error, [&]() -> Result<csp_status> {
        Wrong wrong;
        const bool is_good =
            within(check_out(text_out, wrong), "text_out", wrong) && within(is_there(id, wrong), "id", wrong);
        if (!is_good) { return wrong.error(); }
        give_text(text_of(id_from(*id)), text_out);
        return csp_status{CSP_OK};
    });
}
csp_status csp_text_of_day(csp_day day, csp_text* text_out, csp_error* error) {
    return written(day, Date{}, text_out, error);
}
csp_status csp_text_of_time(int64_t at_us, csp_text* text_out, csp_error* error) {
    if (at_us != CSP_NEVER) { return written(at_us, Instant{}, text_out, error); }
    return guarded(error, [&]() -> Result<csp_status> {
        Wrong wrong;
        if (!within(check_out(text_out, wrong), "text_out", wrong)) { return wrong.error(); }
        give_text(text_of(never), text_out);
        return csp_status{CSP_OK};
    });
}
csp_status csp_text_of_money(const csp_money* money, csp_text* text_out, csp_error* error) {
    if (money == nullptr) { return tell(CSP_INVALID, "money: must not be NULL", error); }
    return written(*money, Money{}, text_out, error);
}
csp_status csp_id_of_text(const csp_str* text, csp_id* id_out, csp_error* error) {
    return read_back(
        text, id_out, error, [](std::string_view from) { return read_any_id(from); },
        [](const AnyId& id) { return c_id(id); });
}
csp_status csp_day_of_text(const csp_str* text, csp_day* day_out, csp_error* error) {
    return read_back(
        text, day_out, error, [](std::string_view from) { return read_date(from); },
        [](Date day) { return csp_day{day.days}; });
}
csp_status csp_time_of_text(const csp_str* text, int64_t* at_us_out, csp_error* error) {
    return read_back(
        text, at_us_out, error, [](std::string_view from) { return read_instant(from); },
        [](Instant at) { return at.us; });
}
csp_status csp_offer_id_of(const csp_str* catalog_id, csp_id* offer_out, csp_error* error) {
    return read_back(
        catalog_id, offer_out, error, [](std::string_view from) { return Result<OfferId>(offer_id_of(from)); },
        [](OfferId id) { return c_id(id.bytes); });
}

csp_status csp_manual_clock_open(int64_t start_us, csp_manual_clock** clock_out, csp_error* error) {
    return guarded(error, [&]() -> Result<csp_status> {
        Wrong wrong;
        Instant start{};
        show_none(clock_out);
        const bool is_good = within(check_out(clock_out, wrong), "clock_out", wrong) &&
                             within(keep(instant_from_us(start_us), start, wrong), "start_us", wrong);
        if (!is_good) { return wrong.error(); }
        *clock_out = ticket_for<csp_manual_clock>(std::make_shared<SharedClock>(start));
        return csp_status{CSP_OK};
    });
}
void csp_manual_clock_close(csp_manual_clock* clock) {
    guarded_silently([&] { close_ticket(clock); });
}
csp_status csp_manual_clock_set(csp_manual_clock* clock, int64_t now_us, csp_error* error) {
    return turned(clock, error, [&](ManualClock&) { return instant_from_us(now_us, "now_us"); });
}
csp_status csp_manual_clock_advance(csp_manual_clock* clock, int64_t us, csp_error* error) {
    return turned(clock, error, [&](ManualClock& open) -> Result<Instant> {
        const Instant now = open.now();
        const bool is_inside = us >= first_instant.us - now.us && us <= last_instant.us - now.us;
        if (!is_inside) { return instant_from_us(-1, "us"); }
        return Instant{now.us + us};
    });
}
csp_status csp_manual_clock_now(csp_manual_clock* clock, int64_t* now_us_out, csp_error* error) {
    return with_handle(clock, error, [&](SharedClock& open) -> Result<csp_status> {
        Wrong wrong;
        if (!within(check_out(now_us_out, wrong), "now_us_out", wrong)) { return wrong.error(); }
        *now_us_out = open.clock.now().us;
        return csp_status{CSP_OK};
    });
}

const char* csp_status_name(csp_status status) {
    switch (status) {
        case CSP_OK: return "ok";
        case CSP_END: return "end";
        case CSP_INVALID: return "invalid";
        case CSP_NOT_FOUND: return "not_found";
        case CSP_REFUSED: return "refused";
        case CSP_CONFLICT: return "conflict";
        case CSP_STORAGE: return "storage";
        case CSP_BUSY: return "busy";
        case CSP_UNSUPPORTED: return "unsupported";
        case CSP_NO_MEMORY: return "no_memory";
        case CSP_INTERNAL: return "internal";
        case CSP_FORBIDDEN: return "forbidden";
        default: return "unknown";
    }
}
const char* csp_role_name(int32_t role) {
    const bool is_role = role > 0 && role <= CSP_ROLE_MARKETING_CONTENT_ADMIN && (role & (role - 1)) == 0;
    return is_role ? name_of(static_cast<Role>(role)).data() : "unknown";  // its names are literals
}

// What the callbacks of a host's fulfilment, sealer, dice and clock may answer wrong: told each time, and nothing is
// stored, shown or left open.
#include <doctest/doctest.h>

#include <string>

#include "c_resellers.hpp"
#include "c_software.hpp"
#include "c_storage.hpp"

using namespace csp::test;

namespace {

/// What a callback hands to its sink, and answers.
struct Saying {
    std::string what;
    void (*say)(csp_text_sink sink, void* sink_context, csp_answer* answer);
};

void say(const std::string& words, csp_text_sink sink, void* sink_context, csp_answer* answer, csp_answer last) {
    sink(sink_context, words.data(), words.size());
    *answer = last;
}
void say_wildly(const char* data, std::size_t size, csp_text_sink sink, void* sink_context, csp_answer* answer) {
    sink(sink_context, data, size);
    *answer = CSP_DONE;
}
const Saying wrong_sayings[] = {
    {"NULL with a length", [](auto sink, void* to, auto* answer) { say_wildly(nullptr, 5, sink, to, answer); }},
    {"NULL without an end", [](auto sink, void* to, auto* answer) { say_wildly(nullptr, SIZE_MAX, sink, to, answer); }},
    {"a text without an end", [](auto sink, void* to, auto* answer) { say_wildly("K", SIZE_MAX, sink, to, answer); }},
    {"a text that is too long",
     [](auto sink, void* to, auto* answer) { say(std::string((16U << 20U) + 1, 'k'), sink, to, answer, CSP_DONE); }},
    {"no UTF-8", [](auto sink, void* to, auto* answer) { say("KEY-\xFF", sink, to, answer, CSP_DONE); }},
    {"half a pair", [](auto sink, void* to, auto* answer) { say("\xED\xA0\x80", sink, to, answer, CSP_DONE); }},
    {"a NUL inside", [](auto sink, void* to, auto* answer) { say_wildly("KEY\0X", 5, sink, to, answer); }},
    {"nothing, though it is done", [](auto, void*, auto* answer) { *answer = CSP_DONE; }},
    {"a text, and no answer", [](auto sink, void* to, auto* answer) { say("KEY", sink, to, answer, CSP_FAILED); }},
    {"a text, and absent", [](auto sink, void* to, auto* answer) { say("KEY", sink, to, answer, CSP_ABSENT); }},
    {"a text, and a clash", [](auto sink, void* to, auto* answer) { say("KEY", sink, to, answer, CSP_CLASH); }},
    {"a text, and 77", [](auto sink, void* to, auto* answer) { say("KEY", sink, to, answer, 77); }},
    {"a text, and -1", [](auto sink, void* to, auto* answer) { say("KEY", sink, to, answer, -1); }},
};
/// A sealed text is printable ASCII.
const Saying wrong_seals[] = {
    {"two lines", [](auto sink, void* to, auto* answer) { say("a\nb", sink, to, answer, CSP_DONE); }},
    {"a letter of another language",
     [](auto sink, void* to, auto* answer) { say("\xC3\xA4", sink, to, answer, CSP_DONE); }},
    {"a letter that is not seen", [](auto sink, void* to, auto* answer) { say("a\x7F", sink, to, answer, CSP_DONE); }},
};

enum class Asked { nothing, key_for, url_for, seal, open };

/// A fulfilment and a sealer that are good but for one thing that they say.
struct Liar {
    CSoftware software{};
    Asked lies_at{Asked::nothing};
    const Saying* saying{nullptr};
    int lies{0};

    Liar() {
        software.fulfilment.context = software.sealer.context = this;
        software.fulfilment.drop = nullptr;
        software.sealer.drop = nullptr;
        software.fulfilment.key_for = key_for;
        software.fulfilment.url_for = url_for;
        software.sealer.seal = seal;
        software.sealer.open = open;
    }
    Liar(const Liar&) = delete;
    Liar& operator=(const Liar&) = delete;

    /// Whether it has lied instead.
    static bool lied(void* context, Asked asked, csp_text_sink sink, void* sink_context, csp_answer* answer) {
        auto& self = *static_cast<Liar*>(context);
        if (self.lies_at != asked) { return false; }
        ++self.lies;
        self.saying->say(sink, sink_context, answer);
        return true;
    }
    static CHost* good_host(void* context) { return &static_cast<Liar*>(context)->software.host; }
    static void key_for(void* context, const csp_delivery* delivery, csp_text_sink sink, void* to, csp_answer* answer) {
        if (lied(context, Asked::key_for, sink, to, answer)) { return; }
        CHost::key_for(good_host(context), delivery, sink, to, answer);
    }
    static void url_for(void* context, const csp_delivery* delivery, csp_text_sink sink, void* to, csp_answer* answer) {
        if (lied(context, Asked::url_for, sink, to, answer)) { return; }
        CHost::url_for(good_host(context), delivery, sink, to, answer);
    }
    static void seal(void* context, const csp_str* secret, const csp_str* whose, csp_text_sink sink, void* to,
                     csp_answer* answer) {
        if (lied(context, Asked::seal, sink, to, answer)) { return; }
        CHost::turn_round(good_host(context), secret, whose, sink, to, answer);
    }
    static void open(void* context, const csp_str* sealed, const csp_str* whose, csp_text_sink sink, void* to,
                     csp_answer* answer) {
        if (lied(context, Asked::open, sink, to, answer)) { return; }
        CHost::turn_round(good_host(context), sealed, whose, sink, to, answer);
    }
};

struct LiarsShop {
    CStore store{};
    csp_storage table = c_storage(store);
    CClock time{};
    csp_answer dice{CSP_DONE};  ///< what they answer
    Liar liar{};
    CResellers shop{options()};
    csp_id bought{liar.software.buy(shop)};
    csp_id link{};
    csp_cursor* cursor{nullptr};

    csp_engine_options options() {
        liar.software.secrets.context = &dice;
        liar.software.secrets.drop = nullptr;
        liar.software.secrets.fill = [](void* context, std::uint8_t* bytes, std::size_t size, csp_answer* answer) {
            std::memset(bytes, 7, size);
            *answer = *static_cast<csp_answer*>(context);
        };
        csp_engine_options made = liar.software.options();
        made.url = csp_str{};
        made.storage = &table;
        made.clock = &time.table;
        return made;
    }
    csp_status show_keys() {
        return csp_show_keys(shop.engine, &shop.by_ann, &bought, &liar.software.artifact, &cursor, &shop.error);
    }
    csp_status show_link() {
        return csp_show_link(shop.engine, &shop.by_ann, &bought, &liar.software.artifact, &cursor, &shop.error);
    }
    csp_status show_download() { return csp_show_download(shop.engine, &shop.by_ann, &link, &cursor, &shop.error); }
    csp_status set_up_customer() {
        return CShop::with_new_customer("tailspin.example.com", [&](const csp_create_customer& command) {
            return csp_set_up_customer(shop.engine, &shop.by_ann, &command, &cursor, &shop.error);
        });
    }
    csp_status draft_partnership() {
        csp_request_partnership wish = CSP_INIT(csp_request_partnership);
        wish.reseller_email = text("rob@relecloud.example.com");
        const csp_str address = text("https://partners.example/accept");
        return csp_draft_partnership(shop.engine, &shop.by_pat, &wish, &address, nullptr, &cursor, &shop.error);
    }
    csp_status place() { return shop.place(1); }
    csp_status read_feed() { return csp_events(shop.engine, &shop.host, 0, nullptr, &cursor, &shop.error); }
    csp_status preview() {
        csp_update_billing_profile command = CSP_INIT(csp_update_billing_profile);
        return csp_preview_customer_update_billing_profile(shop.engine, &shop.by_host, &shop.customer, &command,
                                                           &cursor, &shop.error);
    }
    csp_status meet_deadlines() {
        csp_due_report report = CSP_INIT(csp_due_report);
        return csp_run_due(shop.engine, 0, &report, &shop.error);
    }
    csp_status import_offers() {
        csp_import_report report = CSP_INIT(csp_import_report);
        const csp_str list = text(R"({"totalCount":0,"items":[]})");
        return csp_import_offers(shop.engine, &shop.by_host, &list, &report, &cursor, &shop.error);
    }

    /// Asks, while something is wrong that `mend` mends then. It is told, and nothing has come of it.
    template <class Mend>
    void must_be(csp_status wanted, csp_status (LiarsShop::*ask)(), Mend mend) {
        const csp_status status = (this->*ask)();
        mend();
        CAPTURE(shop.error.message);
        CHECK(status == wanted);
        CHECK(cursor == nullptr);
        CHECK(store.open_transactions == 0);
        csp_cursor_close(cursor);
        cursor = nullptr;
    }
    void works(csp_status (LiarsShop::*ask)()) {
        good((this->*ask)(), shop.error);
        csp_cursor_close(cursor);
        cursor = nullptr;
    }
    void lie(Asked asked, const Saying& saying, csp_status (LiarsShop::*ask)()) {
        CAPTURE(saying.what);
        const std::uint64_t length = shop.feed_length();
        liar.lies_at = asked;
        liar.saying = &saying;
        const int before = liar.lies;
        must_be(CSP_STORAGE, ask, [&] { liar.lies_at = Asked::nothing; });
        CHECK(liar.lies == before + 1);
        CHECK(shop.feed_length() == length);
    }
};

}  // namespace

TEST_CASE("C: what a fulfilment or a sealer says wrong is told, and nothing is stored or shown") {
    LiarsShop host;
    for (const Saying& saying : wrong_sayings) {
        host.lie(Asked::key_for, saying, &LiarsShop::show_keys);
        host.lie(Asked::seal, saying, &LiarsShop::show_keys);
        host.lie(Asked::open, saying, &LiarsShop::show_keys);
        host.lie(Asked::url_for, saying, &LiarsShop::show_link);
        host.lie(Asked::seal, saying, &LiarsShop::show_link);
    }
    for (const Saying& saying : wrong_seals) {
        host.lie(Asked::seal, saying, &LiarsShop::show_keys);
        host.lie(Asked::seal, saying, &LiarsShop::show_link);
    }
    host.works(&LiarsShop::show_keys);
    good(host.show_link(), host.shop.error);
    csp_row row = CSP_INIT(csp_row);
    good(csp_cursor_next(host.cursor, &row, &host.shop.error), host.shop.error);
    host.link = row.id;
    csp_cursor_close(host.cursor);
    host.cursor = nullptr;
    for (const Saying& saying : wrong_sayings) { host.lie(Asked::open, saying, &LiarsShop::show_download); }
    host.works(&LiarsShop::show_download);
}

TEST_CASE("C: dice that do not answer that they are done end the call, and nothing is stored") {
    LiarsShop host;
    const std::uint64_t length = host.shop.feed_length();
    for (const csp_answer wrong : {CSP_FAILED + 0, CSP_ABSENT + 0, CSP_CLASH + 0, 77, -1, INT32_MIN}) {
        CAPTURE(wrong);
        for (const auto ask : {&LiarsShop::set_up_customer, &LiarsShop::draft_partnership}) {
            host.dice = wrong;
            host.must_be(CSP_INTERNAL, ask, [&] { host.dice = CSP_DONE; });
            CHECK(std::string(host.shop.error.message) == "engine: secrets: fill failed");
        }
    }
    CHECK(host.shop.feed_length() == length);
    host.works(&LiarsShop::draft_partnership);
}

TEST_CASE("C: a clock that does not answer, or whose time is none, ends each call, and nothing is stored") {
    LiarsShop host;
    const std::int64_t now_us = host.time.now_us;
    const auto mend = [&] {
        host.time.answer = CSP_DONE;
        host.time.now_us = now_us;
    };
    const std::uint64_t length = host.shop.feed_length();
    constexpr csp_status (LiarsShop::*asks[])() = {
        &LiarsShop::place,          &LiarsShop::read_feed,     &LiarsShop::preview,           &LiarsShop::show_keys,
        &LiarsShop::meet_deadlines, &LiarsShop::import_offers, &LiarsShop::draft_partnership,
    };
    for (const auto ask : asks) {
        for (const csp_answer wrong : {CSP_FAILED + 0, CSP_ABSENT + 0, CSP_CLASH + 0, 77, -1, INT32_MIN}) {
            CAPTURE(wrong);
            host.time.answer = wrong;
            host.must_be(CSP_INTERNAL, ask, mend);
            CHECK(std::string(host.shop.error.message) == "engine: clock: now failed");
        }
        for (const std::int64_t wrong : {std::int64_t{-1}, INT64_MIN, CSP_NEVER, CSP_NEVER - 1}) {
            CAPTURE(wrong);
            host.time.now_us = wrong;
            host.must_be(CSP_INVALID, ask, mend);
            CHECK(std::string(host.shop.error.field) == "clock");
        }
    }
    CHECK(host.shop.feed_length() == length);
    host.works(&LiarsShop::place);
}

// What a caller may do wrong, done to every command: each time an error that says what, and nothing else.
#include <doctest/doctest.h>

#include <limits>

#include "c_shop.hpp"
#include "generated/every_command.hpp"

using namespace csp::test;

namespace {

using Bytes = unsigned char;

/// A command as a newer caller has it: its struct is longer.
template <class Command>
struct Longer {
    Command command = CSP_INIT(Command);
    Bytes more[16] = {};
    Longer() { command.size = sizeof *this; }
};

bool is_refusal(csp_status status) { return status < 0; }

// ---- what may be wrong with a field, by what it is ------------------------------------------------------------
// `ask` calls the function and answers the status; `error` is as it left it.

struct Spoiled {
    csp_error& error;
    const char* name;

    void must_be(csp_status got, csp_status wanted, const char* how) const {
        CAPTURE(name);
        CAPTURE(how);
        CAPTURE(error.message);
        CHECK(got == wanted);
        CHECK(error.status == wanted);
        CHECK(std::string(error.field).starts_with(name));
    }
};

template <class Ask>
void spoil_text(csp_str& field, const Spoiled& spoiled, Ask ask) {
    const std::pair<csp_str, const char*> wrong[] = {
        {{"\xFF\xFE", 2}, "not UTF-8"},
        {{"\xC0\x80", 2}, "an overlong NUL"},
        {{"a\0b", 3}, "a NUL inside"},
        {{nullptr, 5}, "NULL with a length"},
        {{"short", std::numeric_limits<std::size_t>::max()}, "a huge length"},
    };
    for (const auto& [words, how] : wrong) {
        field = words;
        spoiled.must_be(ask(), CSP_INVALID, how);
    }
}
template <class Ask>
void spoil_constant(std::int32_t& field, const Spoiled& spoiled, Ask ask) {
    for (const std::int32_t number : {-2, 77, 256, 257, std::numeric_limits<std::int32_t>::min()}) {
        field = number;
        spoiled.must_be(ask(), CSP_INVALID, "no constant");
    }
}
template <class Ask>
void spoil_flag(csp_bool& field, const Spoiled& spoiled, Ask ask) {
    field = 2;
    spoiled.must_be(ask(), CSP_INVALID, "neither yes nor no");
}
template <class Ask>
void spoil_day(csp_day& field, const Spoiled& spoiled, Ask ask) {
    for (const csp_day day : {-1, 2'932'897}) {
        field = day;
        spoiled.must_be(ask(), CSP_INVALID, "outside 1970-9999");
    }
}
template <class Ask>
void spoil_moment(std::int64_t& field, const Spoiled& spoiled, Ask ask) {
    for (const std::int64_t us : {std::int64_t{-1}, CSP_NEVER}) {
        field = us;
        spoiled.must_be(ask(), CSP_INVALID, "outside 1970-9999");
    }
}
template <class Ask>
void spoil_money(csp_money& field, const Spoiled& spoiled, Ask ask) {
    field.currency = csp_currency{{'u', 's', 'd', 0}};
    spoiled.must_be(ask(), CSP_INVALID, "no currency");
    field.currency = csp_currency{{'U', 'S', 'D', 'D'}};
    spoiled.must_be(ask(), CSP_INVALID, "no NUL");
    field = dollars(1);
    field.reserved = 1;
    spoiled.must_be(ask(), CSP_UNSUPPORTED, "a reserved field");
}
template <class Ask>
void spoil_country(csp_country& field, const Spoiled& spoiled, Ask ask) {
    for (const csp_country country : {csp_country{"us"}, csp_country{{'U', 0, 'S', 0}}, csp_country{{1, 2, 0, 0}}}) {
        field = country;
        spoiled.must_be(ask(), CSP_INVALID, "no country");
    }
}
template <class Field, class Ask>
void spoil_list(const Field*& field, std::size_t& count, const Spoiled& spoiled, Ask ask) {
    field = nullptr;
    count = 1;
    spoiled.must_be(ask(), CSP_INVALID, "NULL with a count");
    const Field one{};  // a struct among them has no size
    field = &one;
    count = std::numeric_limits<std::size_t>::max();
    spoiled.must_be(ask(), CSP_INVALID, "a huge count");
}
template <class Field, class Ask>
void spoil_nested(const Field*& field, const Spoiled& spoiled, Ask ask) {
    Field one{};
    field = &one;
    spoiled.must_be(ask(), CSP_INVALID, "a size of 0");
    one.size = std::numeric_limits<std::uint32_t>::max();
    spoiled.must_be(ask(), CSP_INVALID, "a huge size");
}
template <class Ask>
void spoil_reserved(std::uint32_t& field, const Spoiled& spoiled, Ask ask) {
    field = 1;
    CHECK(ask() == CSP_UNSUPPORTED);
    CHECK(spoiled.error.status == CSP_UNSUPPORTED);
}

#define SPOIL_text(field) spoil_text(command.field, spoiled, ask)
#define SPOIL_constant(field) spoil_constant(command.field, spoiled, ask)
#define SPOIL_flag(field) spoil_flag(command.field, spoiled, ask)
#define SPOIL_day(field) spoil_day(command.field, spoiled, ask)
#define SPOIL_moment(field) spoil_moment(command.field, spoiled, ask)
#define SPOIL_money(field) spoil_money(command.field, spoiled, ask)
#define SPOIL_country(field) spoil_country(command.field, spoiled, ask)
#define SPOIL_list(field) spoil_list(command.field, command.field##_count, spoiled, ask)
#define SPOIL_nested(field) spoil_nested(command.field, spoiled, ask)
#define SPOIL_reserved(field) spoil_reserved(command.field, spoiled, ask)
#define SPOIL_id(field)        // every id is one; that there is no such record is the engine's to say
#define SPOIL_number(field)    // every number is one
#define SPOIL_optional(field)  // behind the pointer lies one of the others

}  // namespace

TEST_CASE("C: every field of every command is checked, and named when it is wrong") {
    CShop shop;
    const csp_id record{{1}};
    csp_error& error = shop.error;
#define SPOIL(function, type, field, kind, field_name)                                                   \
    {                                                                                                    \
        CAPTURE(#function);                                                                              \
        type command = CSP_INIT(type);                                                                   \
        [[maybe_unused]] const Spoiled spoiled{error, field_name};                                       \
        [[maybe_unused]] const auto ask = [&] {                                                          \
            return csp_##function(shop.engine, &shop.by_host, &record, &command, &shop.receipt, &error); \
        };                                                                                               \
        SPOIL_##kind(field);                                                                             \
    }
    CSP_EVERY_FIELD(SPOIL)
#undef SPOIL
}

TEST_CASE("C: NULL for every pointer of every command, and for all of them at once") {
    CShop shop;
    const csp_id record{{1}};
    csp_cursor* cursor = nullptr;
    csp_batch* batch = nullptr;
    good(csp_batch_open(shop.engine, &batch, &shop.error), shop.error);
#define ASK_WITH_NULL(function, type, begins)                                                                          \
    {                                                                                                                  \
        CAPTURE(#function);                                                                                            \
        type command = CSP_INIT(type);                                                                                 \
        csp_receipt* receipt = &shop.receipt;                                                                          \
        CHECK(csp_##function(nullptr, nullptr, nullptr, nullptr, nullptr, nullptr) == CSP_INVALID);                    \
        CHECK(csp_##function(nullptr, &shop.by_host, &record, &command, receipt, &shop.error) == CSP_INVALID);         \
        CHECK(std::string(shop.error.field) == "engine");                                                              \
        CHECK(csp_##function(shop.engine, nullptr, &record, &command, receipt, &shop.error) == CSP_INVALID);           \
        CHECK(std::string(shop.error.field) == "request");                                                             \
        CHECK(csp_##function(shop.engine, &shop.by_host, &record, &command, nullptr, &shop.error) == CSP_INVALID);     \
        CHECK(std::string(shop.error.field) == "receipt_out");                                                         \
        const csp_status without = csp_##function(shop.engine, &shop.by_host, nullptr, &command, receipt, nullptr);    \
        CHECK((begins || without == CSP_INVALID));                                                                     \
        CHECK(is_refusal(csp_##function(shop.engine, &shop.by_ann, &record, nullptr, receipt, &shop.error)));          \
        CHECK(csp_preview_##function(nullptr, nullptr, nullptr, nullptr, nullptr, nullptr) == CSP_INVALID);            \
        CHECK(csp_preview_##function(shop.engine, &shop.by_host, &record, &command, nullptr, nullptr) == CSP_INVALID); \
        CHECK(csp_preview_##function(shop.engine, nullptr, &record, &command, &cursor, nullptr) == CSP_INVALID);       \
        CHECK(csp_batch_##function(nullptr, nullptr, nullptr, nullptr, nullptr, nullptr) == CSP_INVALID);              \
        CHECK(csp_batch_##function(batch, nullptr, &record, &command, nullptr, nullptr) == CSP_INVALID);               \
    }
    CSP_EVERY_COMMAND(ASK_WITH_NULL)
#undef ASK_WITH_NULL
    csp_batch_close(batch);
}

TEST_CASE("C: wrong sizes are told, older and newer ones are understood") {
    CShop shop;
    const csp_id record{{1}};
    const auto ask = [&](auto function, const auto* command) {
        return function(shop.engine, &shop.by_ann, &record, command, &shop.receipt, &shop.error);
    };
#define ASK_WITH_SIZES(function, type, begins)                              \
    {                                                                       \
        CAPTURE(#function);                                                 \
        type command = CSP_INIT(type);                                      \
        const csp_status usual = ask(csp_##function, &command);             \
        CHECK(usual != CSP_UNSUPPORTED);                                    \
        for (const std::uint32_t size : {0U, 3U, 4U, 5000U, 0xFFFFFFFFU}) { \
            if (size == sizeof command) { continue; }                       \
            command.size = size;                                            \
            CHECK(ask(csp_##function, &command) == CSP_INVALID);            \
            CHECK(std::string(shop.error.field) == "command");              \
        }                                                                   \
        Longer<type> longer;                                                \
        CHECK(ask(csp_##function, &longer.command) == usual);               \
        longer.more[15] = 1;                                                \
        CHECK(ask(csp_##function, &longer.command) == CSP_UNSUPPORTED);     \
    }
    CSP_EVERY_COMMAND(ASK_WITH_SIZES)
#undef ASK_WITH_SIZES
}

TEST_CASE("C: closed, foreign and mistaken handles are told") {
    CShop shop;
    csp_engine* closed = nullptr;
    csp_engine_options options = CShop::memory();
    good(csp_engine_open(&options, &closed, &shop.error), shop.error);
    csp_engine_close(closed);
    int mine = 0;
    auto* foreign = reinterpret_cast<csp_engine*>(&mine);
    auto* mistaken = reinterpret_cast<csp_engine*>(shop.clock);
    const csp_id record{{1}};
#define ASK_WITH_HANDLES(function, type, begins)                                                                    \
    for (csp_engine * engine : {closed, foreign, mistaken}) {                                                       \
        type command = CSP_INIT(type);                                                                              \
        csp_cursor* cursor = nullptr;                                                                               \
        CHECK(csp_##function(engine, &shop.by_host, &record, &command, &shop.receipt, &shop.error) == CSP_INVALID); \
        CHECK(std::string(shop.error.reason) == "no_such_handle");                                                  \
        CHECK(csp_preview_##function(engine, &shop.by_host, &record, &command, &cursor, nullptr) == CSP_INVALID);   \
        CHECK(csp_batch_##function(reinterpret_cast<csp_batch*>(engine), &shop.by_host, &record, &command, nullptr, \
                                   nullptr) == CSP_INVALID);                                                        \
    }
    CSP_EVERY_COMMAND(ASK_WITH_HANDLES)
#undef ASK_WITH_HANDLES
    csp_engine_close(closed);
    csp_engine_close(foreign);
    csp_engine_close(nullptr);
    csp_cursor_close(nullptr);
    csp_batch_close(nullptr);
    csp_manual_clock_close(nullptr);
}

TEST_CASE("C: nobody becomes the host by forgetting who asks") {
    CShop shop;
    csp_request nobody = CSP_INIT(csp_request);
    const csp_id record{{1}};
    CHECK(csp_order_cancel_draft(shop.engine, &nobody, &record, nullptr, &shop.receipt, &shop.error) == CSP_INVALID);
    CHECK(std::string(shop.error.field) == "request.by");
    csp_actor powerful = CSP_INIT(csp_actor);
    powerful.roles = 1024;
    nobody.by = &powerful;
    CHECK(csp_order_cancel_draft(shop.engine, &nobody, &record, nullptr, &shop.receipt, &shop.error) == CSP_INVALID);
    CHECK(std::string(shop.error.field) == "request.by.roles");
    powerful.roles = 0;
    CHECK(is_refusal(csp_order_cancel_draft(shop.engine, &nobody, &record, nullptr, &shop.receipt, &shop.error)));
}

TEST_CASE("C: what is wrong deep inside is named by its path") {
    CShop shop;
    struct NewerLine {
        csp_order_line line = CSP_INIT(csp_order_line);
        std::uint64_t more = 0;
    };
    NewerLine lines[2];
    for (NewerLine& one : lines) {
        one.line.size = sizeof one;
        one.line.offer = shop.offer;
        one.line.quantity = 5;
    }
    csp_place_order command = CSP_INIT(csp_place_order);
    command.customer = shop.customer;
    command.lines = &lines[0].line;
    command.lines_count = 2;
    const auto ask = [&] {
        return csp_order_place(shop.engine, &shop.by_ann, nullptr, &command, &shop.receipt, &shop.error);
    };
    CHECK(ask() == CSP_OK);  // the size of the first is the step to the next
    lines[1].line.friendly_name = text("\xFF");
    CHECK(ask() == CSP_INVALID);
    CHECK(std::string(shop.error.field) == "lines[1].friendly_name");
    CHECK(std::string(shop.error.message) == "lines[1].friendly_name: the text is not UTF-8");
    lines[1].more = 1;
    CHECK(ask() == CSP_UNSUPPORTED);
    CHECK(std::string(shop.error.field) == "lines[1]");
}

TEST_CASE("C: every constant has its name, and no other number has one") {
#define HAS_ITS_NAME(type, constant, name)             \
    CHECK(std::string(type##_name(constant)) == name); \
    CHECK(std::string(type##_name(0)) == "unknown");   \
    CHECK(std::string(type##_name(9999)) == "unknown");
    CSP_EVERY_CONSTANT(HAS_ITS_NAME)
#undef HAS_ITS_NAME
    CHECK(std::string(csp_status_name(CSP_REFUSED)) == "refused");
    CHECK(std::string(csp_status_name(-99)) == "unknown");
    CHECK(std::string(csp_role_name(CSP_ROLE_ADMIN_AGENT)) == "admin_agent");
    CHECK(std::string(csp_role_name(3)) == "unknown");
}

TEST_CASE("C: numbers at their ends reach every command of real records and break nothing") {
    CShop shop;
    const csp_id seats = shop.buy(5);
    const csp_id order = shop.receipt.id;
    const csp_id records[] = {shop.partner, shop.customer, shop.offer, order, seats, csp_id{}};
    int asked = 0;
    const auto ask_all = [&](auto function, const auto& command) {
        for (const csp_id& record : records) {
            for (const csp_request* request : {&shop.by_host, &shop.by_ann}) {
                const csp_status status = function(shop.engine, request, &record, &command, &shop.receipt, &shop.error);
                CHECK((status == CSP_OK || (is_refusal(status) && status != CSP_INTERNAL)));
                ++asked;
            }
        }
    };
#define ASK_number(function, type, field)                                                                  \
    for (const std::int64_t number : {std::int64_t{-1}, std::int64_t{0x7FFFFFFF}, INT64_MIN, INT64_MAX}) { \
        type command = CSP_INIT(type);                                                                     \
        command.field = static_cast<decltype(command.field)>(number);                                      \
        ask_all(&csp_##function, command);                                                                 \
    }
#define ASK_id(function, type, field)      \
    for (const csp_id& id : records) {     \
        type command = CSP_INIT(type);     \
        command.field = id;                \
        ask_all(&csp_##function, command); \
    }
#define ASK_text(function, type, field)        \
    {                                          \
        const std::string words(100'000, 'x'); \
        type command = CSP_INIT(type);         \
        command.field = text(words);           \
        ask_all(&csp_##function, command);     \
    }
#define ASK_constant(function, type, field)              \
    for (const std::int32_t number : {-1, 1, 2, 3, 4}) { \
        type command = CSP_INIT(type);                   \
        command.field = number;                          \
        ask_all(&csp_##function, command);               \
    }
#define ASK_money(function, type, field)                      \
    for (const std::int64_t cents : {INT64_MIN, INT64_MAX}) { \
        type command = CSP_INIT(type);                        \
        command.field = dollars(cents);                       \
        ask_all(&csp_##function, command);                    \
    }
#define ASK_flag(function, type, field)
#define ASK_day(function, type, field)
#define ASK_moment(function, type, field)
#define ASK_country(function, type, field)
#define ASK_list(function, type, field)
#define ASK_nested(function, type, field)
#define ASK_optional(function, type, field)
#define ASK_reserved(function, type, field)
#define ASK_FIELD(function, type, field, kind, name) ASK_##kind(function, type, field)
    CSP_EVERY_FIELD(ASK_FIELD)
#undef ASK_FIELD
    CHECK(asked > 500);
    good(shop.place(1), shop.error);  // and the shop is still open
}

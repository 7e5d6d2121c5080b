// Calls of csp.h in any order with arguments of any kind, as the bytes of a fuzzer say. Every function that the library
// exports is among them: the list is made from capi/symbols.txt when csp is built.
#include <csp.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <tuple>
#include <utility>

#include "fuzz/draw.hpp"

namespace csp::fuzz {
namespace {

struct Run {
    Bytes bytes;
    World world{};
    std::string_view name{};  ///< of the function that is called
};

// ---- what every answer keeps -----------------------------------------------------------------------------------

/// Each byte is looked at: the sanitizers see where it is not csp's any more.
void look_at(const csp_str& text) {
    volatile unsigned char sum = 0;
    for (std::size_t i = 0; i < text.size; ++i) { sum = static_cast<unsigned char>(sum + text.data[i]); }
}

template <std::size_t Size>
bool ends(const char (&text)[Size]) {
    return std::find(std::begin(text), std::end(text), '\0') != std::end(text);
}

void check_error(csp_status status, const csp_error& error, const char* name) {
    const csp_status told = status == CSP_END ? csp_status{CSP_OK} : status;  // an end is no error
    must(error.status == told, "an error has the status of its call", name);
    must(ends(error.rule) && ends(error.reason) && ends(error.phase) && ends(error.field) && ends(error.message),
         "the texts of an error end", name);
    must((error.message[0] == '\0') == (status >= 0), "whoever is refused is told why", name);
    const bool is_written = error.json != nullptr && error.json_size > 0 && error.json_size <= error.json_capacity;
    if (is_written) { must(error.json[0] == '{', "an error is one object", name); }
}

void check_status(Run& run, csp_status status) {
    const char* const name = run.name.data();
    must(std::strcmp(csp_status_name(status), "unknown") != 0, "a status is known", name);
    must(status != CSP_NO_MEMORY, "there is memory", name);
    must(status != CSP_INTERNAL || run.world.had_trouble, "csp is not wrong", name);
}

void take_row(Run& run, const csp_row& row) {
    must(row.json.size >= 2 && row.json.data[0] == '{', "a row is one object", run.name.data());
    look_at(row.json);
    look_at(row.text);
    run.world.add(row.text);
    run.world.add(row.kind, row.id);
}
/// The first rows at once: of all calls few are those that go on with a cursor.
void begin_to_read(Run& run, csp_cursor* cursor) {
    constexpr int some = 4;
    for (int i = 0; i < some; ++i) {
        csp_error error = CSP_INIT(csp_error);
        csp_row row = CSP_INIT(csp_row);
        const csp_status status = csp_cursor_next(cursor, &row, &error);
        check_status(run, status);
        check_error(status, error, run.name.data());
        if (status != CSP_OK) { return; }
        take_row(run, row);
    }
}

/// What a call answered, by the type of the parameter where it did.
template <class T>
void take_answer(Run& run, csp_status status, T* to) {
    if (to == nullptr) { return; }
    const char* const name = run.name.data();
    if constexpr (std::is_same_v<T, csp_error>) {
        if (to->size == sizeof(T)) { check_error(status, *to, name); }
    } else if constexpr (std::is_pointer_v<T>) {
        must((*to != nullptr) == (status == CSP_OK), "there is a handle, or an error", name);
        if (*to == nullptr) { return; }
        run.world.tickets<std::remove_pointer_t<T>>().open.push_back(*to);
        if constexpr (std::is_same_v<T, csp_engine*>) { run.world.name_engine(*to); }
        if constexpr (std::is_same_v<T, csp_cursor*>) { begin_to_read(run, *to); }
    } else if (status != CSP_OK) {
        return;
    } else if constexpr (std::is_same_v<T, csp_row>) {
        take_row(run, *to);
    } else if constexpr (std::is_same_v<T, csp_receipt>) {
        must(to->version > 0 && to->first_event > 0 && to->events > 0, "what was done is in the feed", name);
        run.world.add(to->kind, to->id);
    } else if constexpr (std::is_same_v<T, csp_str>) {
        look_at(*to);
        run.world.add(*to);
    } else if constexpr (std::is_same_v<T, csp_event>) {
        look_at(to->json);
        look_at(to->user);
    } else if constexpr (std::is_same_v<T, csp_availability>) {
        look_at(to->name);
        look_at(to->sentence);
    }
}
/// What was given, or a handle: it answers nothing.
template <class T>
void take_answer(Run&, csp_status, const T&) {}

/// A query, a preview, a page of the wizard and whatever else only looks writes nothing; a refusal changes nothing.
template <class... P>
void check_written(const Run& run, csp_status status) {
    const WatchedStore::Written& written = run.world.store.written;
    const char* const name = run.name.data();
    const bool is_preview = run.name.substr(0, 12) == "csp_preview_";
    const bool is_request = (std::is_same_v<P, const csp_request*> || ...) && (std::is_same_v<P, csp_engine*> || ...);
    const bool is_other = run.name == "csp_batch_commit" || run.name == "csp_run_due" || run.name == "csp_engine_open";
    const bool may_write = (is_request && !is_preview) || is_other;
    if (!may_write) { must(written.refusals == 0, "who only looks leaves no entry", name); }
    if (may_write && status >= 0) { return; }
    must(written.records == 0 && written.events == 0, "who only looks, or is refused, changes nothing", name);
}

// ---- the calls -------------------------------------------------------------------------------------------------

/// "csp_preview_software_order_cancel" is about a software order; 0: about no kind of record.
csp_kind kind_of(std::string_view name) {
    for (const std::string_view begin : {"csp_preview_", "csp_batch_", "csp_"}) {
        if (!name.starts_with(begin)) { continue; }
        for (csp_kind kind = CSP_KIND_INVOICE; kind > 0; --kind) {
            if (name.substr(begin.size()).starts_with(csp_kind_name(kind))) { return kind; }
        }
    }
    return 0;
}

template <class... P>
void call(Run& run, csp_status (*function)(P...)) {
    Draw draw(run.bytes, run.world, kind_of(run.name));
    const std::tuple<P...> arguments{draw.argument<P>()...};
    run.world.store.written = {};
    const csp_status status = std::apply(function, arguments);
    check_status(run, status);
    check_written<P...>(run, status);
    std::apply([&](const auto&... argument) { (take_answer(run, status, argument), ...); }, arguments);
}
template <Ticket T>
void call(Run& run, void (*close)(T*)) {
    T* const ticket = Draw(run.bytes, run.world, 0).argument<T*>();
    run.world.store.written = {};
    close(ticket);
    run.world.tickets<T>().close(ticket);
    check_written<T*>(run, CSP_OK);
}
template <class... P>
void call(Run& run, const char* (*name_of)(P...)) {
    Draw draw(run.bytes, run.world, 0);
    must(std::strlen(name_of(draw.argument<P>()...)) > 0, "every number is told by a name", run.name.data());
}
void call(Run&, std::uint32_t (*version)()) { must(version() == CSP_VERSION, "the library is that of the header"); }

struct Call {
    std::string_view name;
    void (*make)(Run&);
};
constexpr Call every_call[] = {
#define CSP_CALL(function) {#function, [](Run& run) { call(run, &function); }},
#include "every_call.inc"
#undef CSP_CALL
};

/// Which function a number stands for. Of all names the one that goes best with it: so a function that is added one
/// day takes a few numbers from each of the others, and what was found before still means nearly the same.
class Numbers {
public:
    static constexpr std::size_t count = 4096;

    Numbers() {
        for (std::uint64_t number = 0; number < count; ++number) {
            chosen_[number] = std::max_element(
                std::begin(every_call), std::end(every_call),
                [&](const Call& one, const Call& other) { return mix(number, one.name) < mix(number, other.name); });
        }
    }
    const Call& operator[](std::size_t number) const { return *chosen_[number % count]; }

private:
    static std::uint64_t mix(std::uint64_t number, std::string_view name) {
        std::uint64_t hash = number;
        for (const char letter : name) {
            hash = (hash + static_cast<unsigned char>(letter)) * 0x9E37'79B9'7F4A'7C15U;
            hash ^= hash >> 32U;
        }
        return hash;
    }

    std::array<const Call*, count> chosen_{};
};

/// From now on, at some call, what the host brought does not answer: once.
void make_trouble(World& world, std::uint8_t where) {
    if (where % 2 == 0) {
        world.store.fails_at = world.store.calls + 1 + where / 2;
    } else {
        world.calls_to_trouble = 1 + where / 64;
    }
}

}  // namespace
}  // namespace csp::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace csp::fuzz;
    static const Numbers numbers;
    constexpr int most_calls = 60;
    Run run{.bytes = Bytes(data, size)};
    for (int calls = 0; calls < most_calls && !run.bytes.is_empty(); ++calls) {
        const auto number = run.bytes.number<std::uint16_t>();
        if (number / Numbers::count == 15) { make_trouble(run.world, static_cast<std::uint8_t>(number)); }
        const Call& chosen = numbers[number];
        run.name = chosen.name;
        run.world.had_trouble = false;
        chosen.make(run);
        run.world.hold_clocks();
    }
    run.world.close_everything();
    return 0;
}

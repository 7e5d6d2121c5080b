// What a caller may do wrong, done to every parameter of every function by its type: each time a status that says so,
// nothing is written where it may not be, and where a handle goes stands NULL.
#include <doctest/doctest.h>

#include <array>
#include <cstddef>

#include "c_calls.hpp"

using namespace csp::test;

namespace {

// ---- what a parameter is --------------------------------------------------------------------------------------

template <class T>
constexpr bool is_in_struct() {
    if constexpr (std::is_pointer_v<T> && std::is_const_v<Pointed<T>>) { return SizeFirst<Pointed<T>>; }
    return false;
}
template <class T>
constexpr bool is_out_struct() {
    if constexpr (std::is_pointer_v<T> && !std::is_const_v<Pointed<T>> && !is_handle<T>) {
        return SizeFirst<Pointed<T>>;
    }
    return false;
}
template <class T>
bool may_be_null(const std::string& function) {
    const bool is_named = std::is_same_v<T, const csp_id*>
                              ? function == "csp_draft_partnership" || function == "csp_accept_link"
                          : std::is_same_v<T, csp_cursor**> ? function.starts_with("csp_import_")
                                                            : false;
    return is_named || std::is_same_v<T, csp_error*> || std::is_same_v<T, const csp_page*> ||
           std::is_same_v<T, const csp_phase_filter*> || std::is_same_v<T, const csp_customer_filter*> ||
           std::is_same_v<T, const csp_activity_filter*>;
}

// ---- calling it -----------------------------------------------------------------------------------------------

template <class... Words>
csp_status asked(csp_status (*function)(Words...), const std::tuple<Words...>& words) {
    soil_outs(words);
    const csp_status status = std::apply(function, words);
    look_at_outs(words, status);
    return status;
}

/// A struct of that many bytes, and behind it some that nobody may touch.
template <class T>
struct Sized {
    alignas(std::max_align_t) std::array<unsigned char, 8192> bytes{};

    Sized(const T& from, std::uint32_t size, unsigned char behind) {
        bytes.fill(behind);
        std::memcpy(bytes.data(), &from, sizeof(T));
        std::memcpy(bytes.data(), &size, sizeof size);
    }
    T* pointer() { return reinterpret_cast<T*>(bytes.data()); }
    [[nodiscard]] bool is_untouched_behind(std::size_t size, unsigned char behind) const {
        for (std::size_t at = size; at < bytes.size(); ++at) {
            if (bytes[at] != behind) { return false; }
        }
        return true;
    }
};

constexpr std::uint32_t no_size[] = {0, 3, 4, 8, 5000, 0xFFFFFFFF};
constexpr unsigned char canary = 0xA5;

struct BadText {
    csp_str text{};
    const char* what{};
};
const BadText bad_texts[] = {
    {{"\xFF\xFE", 2}, "not UTF-8"},       {{"\xC0\x80", 2}, "an overlong NUL"},   {{"a\0b", 3}, "a NUL inside"},
    {{nullptr, 5}, "NULL with a length"}, {{"short", SIZE_MAX}, "a huge length"},
};

}  // namespace

TEST_CASE("C: NULL for each pointer of each function in turn, the others being good") {
    CWords words;
    int refused = 0;
    for_each_function([&]<class... Words>(csp_status (*function)(Words...), const char* name) {
        for_each_place(function, [&]<class T, std::size_t Place>() {
            if constexpr (std::is_pointer_v<T>) {
                auto call = words.for_call(function);
                std::get<Place>(call) = nullptr;
                const csp_status status = asked(function, call);
                CAPTURE(Place);
                CAPTURE(words.shop.error.message);
                if (may_be_null<T>(name)) {
                    CHECK(status != CSP_INTERNAL);
                } else {
                    CHECK(status == CSP_INVALID);
                    const std::string message = words.shop.error.message;
                    CHECK((message.ends_with("must not be NULL") || message.find("never was one") != message.npos));
                    ++refused;
                }
            }
        });
    });
    CHECK(refused > 240);
}

TEST_CASE("C: closed, foreign and mistaken handles in each function") {
    CWords words;
    csp_engine* closed = nullptr;
    good(csp_engine_open(&words.options, &closed, &words.shop.error), words.shop.error);
    csp_engine_close(closed);
    int mine = 0;
    int refused = 0;
    for_each_function([&]<class... Words>(csp_status (*function)(Words...), const char*) {
        for_each_place(function, [&]<class T, std::size_t Place>() {
            if constexpr (is_handle<std::remove_cv_t<T>>) {
                void* const mistaken = std::is_same_v<T, csp_engine*> ? static_cast<void*>(words.shop.clock)
                                                                      : static_cast<void*>(words.shop.engine);
                for (void* handle : {static_cast<void*>(closed), static_cast<void*>(&mine), mistaken}) {
                    auto call = words.for_call(function);
                    std::get<Place>(call) = static_cast<T>(handle);
                    CHECK(asked(function, call) == CSP_INVALID);
                    CHECK(std::string(words.shop.error.reason) == "no_such_handle");
                    ++refused;
                }
            }
        });
    });
    CHECK(refused > 200);
}

TEST_CASE("C: wrong sizes of what is given are told, older and newer ones are understood") {
    CWords words;
    int refused = 0;
    for_each_function([&]<class... Words>(csp_status (*function)(Words...), const char*) {
        for_each_place(function, [&]<class T, std::size_t Place>() {
            if constexpr (is_in_struct<T>()) {
                using Struct = std::remove_const_t<Pointed<T>>;
                const auto ask = [&](std::uint32_t size, unsigned char behind) {
                    auto call = words.for_call(function);
                    Sized<Struct> sized(*std::get<Place>(call), size, behind);
                    std::get<Place>(call) = sized.pointer();
                    return asked(function, call);
                };
                CAPTURE(Place);
                for (const std::uint32_t size : no_size) {
                    CHECK(ask(size, 0) == CSP_INVALID);
                    CHECK(std::string(words.shop.error.message).find("its size is wrong") != std::string::npos);
                    ++refused;
                }
                ask(sizeof(Struct) + 16, 0);
                CHECK(std::string(words.shop.error.message).find("its size is wrong") == std::string::npos);
                CHECK(words.shop.error.status != CSP_UNSUPPORTED);
                CHECK(ask(sizeof(Struct) + 16, canary) == CSP_UNSUPPORTED);
                if constexpr (requires(Struct made) { made.reserved; }) {
                    auto call = words.for_call(function);
                    Struct marked = *std::get<Place>(call);
                    marked.reserved = 1;
                    std::get<Place>(call) = &marked;
                    CHECK(asked(function, call) == CSP_UNSUPPORTED);
                }
            }
        });
    });
    CHECK(refused > 400);
}

TEST_CASE("C: nothing is written behind the size that an answer has, or where its size is wrong") {
    CWords words;
    int refused = 0;
    for_each_function([&]<class... Words>(csp_status (*function)(Words...), const char*) {
        for_each_place(function, [&]<class T, std::size_t Place>() {
            if constexpr (is_out_struct<T>()) {
                using Struct = Pointed<T>;
                CAPTURE(Place);
                for (const std::uint32_t size : no_size) {
                    auto call = words.for_call(function);
                    Sized<Struct> sized(*std::get<Place>(call), size, canary);
                    const Sized<Struct> before = sized;
                    std::get<Place>(call) = sized.pointer();
                    const csp_status status = asked(function, call);
                    CHECK((status == CSP_INVALID || std::is_same_v<Struct, csp_error>));
                    CHECK(sized.bytes == before.bytes);
                    ++refused;
                }
                for (const std::uint32_t size :
                     {std::uint32_t{sizeof(Struct)}, std::uint32_t{sizeof(Struct) + 16}, 4096U}) {
                    auto call = words.for_call(function);
                    Sized<Struct> sized(*std::get<Place>(call), size, canary);
                    std::get<Place>(call) = sized.pointer();
                    asked(function, call);
                    CHECK(sized.is_untouched_behind(sizeof(Struct), canary));
                    std::uint32_t told = 0;
                    std::memcpy(&told, sized.bytes.data(), sizeof told);
                    CHECK(told == size);
                }
            }
        });
    });
    CHECK(refused > 400);
}

TEST_CASE("C: bad texts in each function, alone and inside of what it is given") {
    CWords words;
    const auto spoil = [](auto& given, const csp_str& bad) {
        if constexpr (requires { given.after; }) { given.after = bad; }
        if constexpr (requires { given.phase; }) { given.phase = bad; }
        if constexpr (requires { given.name_prefix; }) { given.name_prefix = bad; }
        if constexpr (requires { given.user; }) { given.user = bad; }
        if constexpr (requires {
                          given.profile.size;
                          given.url;
                      }) {
            given.profile = bad;
        }
    };
    int refused = 0;
    for_each_function([&]<class... Words>(csp_status (*function)(Words...), const char* name) {
        for_each_place(function, [&]<class T, std::size_t Place>() {
            for (const BadText& one : bad_texts) {
                CAPTURE(Place);
                CAPTURE(one.what);
                auto call = words.for_call(function);
                auto& word = std::get<Place>(call);
                const csp_str bad = one.text;
                if constexpr (std::is_same_v<T, const csp_str*>) {
                    word = &bad;
                    const csp_status status = asked(function, call);
                    const bool takes_bytes = std::string(name).starts_with("csp_import_") && bad.data != nullptr;
                    CHECK((status == CSP_INVALID || (takes_bytes && status < 0)));
                    ++refused;
                } else if constexpr (std::is_same_v<T, const csp_request*>) {
                    csp_actor by = *word->by;
                    csp_request request = *word;
                    by.user = bad;
                    request.by = &by;
                    word = &request;
                    CHECK(asked(function, call) == CSP_INVALID);
                    ++refused;
                } else if constexpr (is_in_struct<T>()) {
                    auto given = *word;
                    std::remove_const_t<decltype(given)> spoiled = given;
                    spoil(spoiled, bad);
                    if (std::memcmp(&spoiled, word, sizeof spoiled) == 0) { continue; }  // it has none of these
                    word = &spoiled;
                    CHECK(asked(function, call) == CSP_INVALID);
                    ++refused;
                }
            }
        });
    });
    csp_engine_options options = CShop::memory();
    for (const BadText& one : bad_texts) {
        CAPTURE(one.what);
        options.url = one.text;
        CHECK(csp_engine_open(&options, &words.engine_out, &words.shop.error) == CSP_INVALID);
        CHECK(std::string(words.shop.error.field) == "url");
    }
    CHECK(refused > 430);
}

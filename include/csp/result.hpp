// An answer: the value that was asked for, or the one reason why not.
//
// A refusal is an ordinary answer, never an exception. Exceptions mean that csp cannot go on
// (memory, a damaged store) and are turned into a `Code` at the border of the engine.
//
// Threads: a Result is a plain value; share it as you would a std::string.
#pragma once

#include <cstdint>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace csp {

/// What kind of "no" it is. The rule that refused stands beside it, in `Error::rule`.
enum class Code : std::uint8_t {
    invalid,      ///< the value itself is malformed, whatever the records say
    not_found,    ///< no such record, or one that belongs to another partner: the same answer
    forbidden,    ///< the actor's roles do not allow it
    refused,      ///< a rule says no in this state, at this time
    conflict,     ///< the record changed meanwhile; read it again
    storage,      ///< the store failed, is locked, is full, is damaged
    busy,         ///< called from inside a listener of the same engine
    unsupported,  ///< made by a newer csp
    internal,     ///< csp cannot go on: no memory, a port that is missing or failed, or csp is wrong
};

/// Everything a portal needs to show a refusal.
struct Error {
    Code code{Code::internal};
    std::string rule{};      ///< "SUS-09", see docs/rules.md; empty where nothing was decided: storage, busy, ...
    std::string reason{};    ///< the refusal in snake case, for programs: "window_expired"
    std::string sentence{};  ///< lower case, present tense, no full stop, with the values in it
    std::string field{};     ///< the offending field of the command: "quantity", "lines[1].offer"
    std::string phase{};     ///< the phase the record is in: "suspended"
    /// The other commands that phase takes from people: "reactivate_subscription"; from the engine, only those that
    /// the actor's roles may ask.
    std::vector<std::string> allowed{};
    int microsoft{0};           ///< Microsoft's number for the same refusal, 0 where there is none
    std::string existing{};     ///< the id of the record that stands in the way, or ""
    std::vector<Error> also{};  ///< what else is wrong, when several guards say no

    friend bool operator==(const Error&, const Error&) = default;
};

/// "not_found": the name above; "unknown" for a number that is none of them.
std::string_view name_of(Code code);

/// Either a T or an Error, with the names of std::expected.
///
/// A refusal costs one allocation, an answer none. Reading the wrong side is a programming error
/// and ends the program (std::terminate); ask `has_value()` first.
template <class T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    Result(T value) : engaged_(true) { ::new (static_cast<void*>(&value_)) T(std::move(value)); }
    Result(Error error) : engaged_(false) {
        ::new (static_cast<void*>(&error_)) Why(std::make_unique<Error>(std::move(error)));
    }

    /// Builds the value in its place: no move.
    template <class... Args>
    explicit Result(std::in_place_t, Args&&... args) : engaged_(true) {
        ::new (static_cast<void*>(&value_)) T(std::forward<Args>(args)...);
    }

    Result(Result&& other) noexcept : engaged_(other.engaged_) { take(other); }
    Result& operator=(Result&& other) noexcept {
        if (this != &other) {
            destroy();
            engaged_ = other.engaged_;
            take(other);
        }
        return *this;
    }
    Result(const Result&) = delete;  // an answer is moved on, not multiplied
    Result& operator=(const Result&) = delete;
    ~Result() { destroy(); }

    [[nodiscard]] bool has_value() const noexcept { return engaged_; }
    explicit operator bool() const noexcept { return engaged_; }

    [[nodiscard]] T& value() & { return check(engaged_), value_; }
    [[nodiscard]] const T& value() const& { return check(engaged_), value_; }
    [[nodiscard]] T&& value() && { return check(engaged_), std::move(value_); }
    [[nodiscard]] T& operator*() & { return value(); }
    [[nodiscard]] const T& operator*() const& { return value(); }
    [[nodiscard]] T&& operator*() && { return std::move(*this).value(); }
    [[nodiscard]] T* operator->() { return &value(); }
    [[nodiscard]] const T* operator->() const { return &value(); }

    [[nodiscard]] const Error& error() const& { return check(is_refusal()), *error_; }
    [[nodiscard]] Error&& error() && { return check(is_refusal()), std::move(*error_); }

private:
    using Why = std::unique_ptr<Error>;

    bool is_refusal() const noexcept { return !engaged_ && error_ != nullptr; }  // null: it was moved on
    static void check(bool promise) noexcept {
        if (!promise) [[unlikely]] { stop(); }
    }
    [[noreturn]] static void stop() noexcept;
    void take(Result& other) noexcept {
        if (engaged_) {
            ::new (static_cast<void*>(&value_)) T(std::move(other.value_));
        } else {
            ::new (static_cast<void*>(&error_)) Why(std::move(other.error_));
        }
    }
    void destroy() noexcept {
        if (engaged_) {
            value_.~T();
        } else {
            error_.~Why();
        }
    }

    bool engaged_;
    union {
        T value_;
        Why error_;
    };
};

/// Done, or the reason why not.
struct Done {
    friend bool operator==(const Done&, const Done&) = default;
};
inline constexpr Done done{};

namespace detail {
[[noreturn]] void read_the_wrong_side_of_a_result() noexcept;
}
template <class T>
void Result<T>::stop() noexcept {
    detail::read_the_wrong_side_of_a_result();
}

}  // namespace csp

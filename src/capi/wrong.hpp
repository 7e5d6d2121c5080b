// What is wrong with what a caller gave: the first thing, and where.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "csp/result.hpp"

namespace csp::capi {

/// Built from the inside out; every function answers false, so that a reader can say `return wrong.is("...")`.
class Wrong {
public:
    bool is(std::string_view sentence) { return is(Error{.code = Code::invalid, .sentence = std::string(sentence)}); }
    bool is_newer(std::string_view sentence) {
        return is(Error{.code = Code::unsupported, .sentence = std::string(sentence)});
    }
    bool is(Error error) {
        error.field.clear();
        error_ = std::make_unique<Error>(std::move(error));
        return false;
    }
    bool is_inside(std::string_view field) {
        std::string& inner = error_->field;
        const bool is_joined = inner.empty() || inner.front() == '[';
        inner = std::string(field) + (is_joined ? "" : ".") + inner;
        return false;
    }
    bool is_inside_entry(std::size_t place) { return is_inside("[" + std::to_string(place) + "]"); }

    /// "lines[1].offer: must not be NULL".
    [[nodiscard]] Error error() const {
        Error said = *error_;
        if (said.reason.empty()) { said.reason = "malformed_call"; }
        if (!said.field.empty()) { said.sentence = said.field + ": " + said.sentence; }
        return said;
    }

private:
    std::unique_ptr<Error> error_{};  // a call that goes well makes none
};

/// `wrong` happened inside of `field`.
inline bool within(bool is_good, std::string_view field, Wrong& wrong) { return is_good || wrong.is_inside(field); }

/// The whole of it, where only one thing can be wrong.
inline Error wrong_at(std::string_view field, std::string_view sentence) {
    Wrong wrong;
    wrong.is(sentence);
    wrong.is_inside(field);
    return wrong.error();
}

inline bool is_there(const void* given, Wrong& wrong) { return given != nullptr || wrong.is("must not be NULL"); }

/// What `read` made of something, or why it did not.
template <class T>
bool keep(Result<T> read, T& to, Wrong& wrong) {
    if (!read) { return wrong.is(std::move(read).error()); }
    to = std::move(read).value();
    return true;
}

}  // namespace csp::capi

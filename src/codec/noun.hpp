// How every noun is written and read: the templates of codec.hpp and envelope.hpp. Included by <noun>.cpp only.
#pragma once

#include "codec/codec.hpp"
#include "codec/entry.hpp"
#include "codec/envelope.hpp"
#include "codec/fingerprint.hpp"
#include "codec/parsed.hpp"
#include "codec/read.hpp"
#include "codec/straight.hpp"
#include "codec/upgrade.hpp"
#include "codec/write.hpp"

namespace csp::codec {

template <class Variant>
inline constexpr bool takes_no_reserved_name = false;
/// What stands beside the fields of an event or command in the same object.
template <class... Alternatives>
inline constexpr bool takes_no_reserved_name<std::variant<Alternatives...>> =
    ((!has_field<Alternatives>("event") && !has_field<Alternatives>("command") && !has_field<Alternatives>("v") &&
      !has_field<Alternatives>("asked") && !has_field<Alternatives>("asker")) &&
     ...);

template <class S>
std::string event_of() {
    return std::string(S::name) + " event";
}

template <class S>
void write_state(const S& state, std::string& out) {
    constexpr std::size_t usual_bytes = 1024;  // more than most states have: one allocation instead of seven
    out.reserve(out.size() + usual_bytes);
    append_value(state, out);
}

template <class S>
Result<S> read_state_otherwise_written(std::string_view json) {
    Parsed parsed(json);
    if (parsed.object() == nullptr) { return not_an_object(S::name); }
    Result<S> state(std::in_place);
    Damage damage;
    if (!read_fields(*parsed.object(), *state, damage)) { return damage.error(S::name); }
    return state;
}

template <class S>
Result<S> read_state(std::string_view json) {
    Result<S> state(std::in_place);
    Straight text(json);
    if (take_straight(text, *state) && text.is_at_end()) { return state; }
    return read_state_otherwise_written<S>(json);
}

template <class S>
void write_event(const typename S::Event& event, std::string& out) {
    static_assert(takes_no_reserved_name<typename S::Event>);
    out += '{';
    append_alternative("event", event, out);
    out += '}';
}

template <class S>
Result<typename S::Event> read_event(std::string_view json) {
    Parsed parsed(json);
    if (parsed.object() == nullptr) { return not_an_object(event_of<S>()); }
    Result<typename S::Event> event(std::in_place);
    Damage damage;
    if (!read_alternative("event", *parsed.object(), *event, damage)) { return damage.error(event_of<S>()); }
    return event;
}

template <class S>
void write_command(const typename S::Command& command, std::string& out) {
    static_assert(takes_no_reserved_name<typename S::Command>);
    out += '{';
    append_alternative("command", command, out);
    out += '}';
}

template <class S>
std::uint64_t fingerprint_of(const Id<S>& target, const typename S::Command& command, std::uint64_t expected_version) {
    std::string text;
    text.reserve(256);  // more than most commands have
    text += S::name;
    append_id(target.bytes, text);
    append_number(expected_version, text);
    write_command<S>(command, text);
    return fingerprint_of_text(text);
}

template <class S>
void write_stored_event(const CauseView& cause, const typename S::Event& event, std::string& out) {
    static_assert(takes_no_reserved_name<typename S::Event>);
    open_entry(cause, out);
    append_alternative("event", event, out);
    out += '}';
}

template <class S>
Result<StoredEntry<S>> read_stored(std::string_view json) {
    Parsed parsed(json);
    if (parsed.object() == nullptr) { return not_an_object(event_of<S>()); }
    boost::json::object& object = *parsed.object();
    if (auto upgraded = upgrade(object, event_of<S>()); !upgraded) { return std::move(upgraded).error(); }
    Result<StoredEntry<S>> entry(std::in_place);
    Damage damage;
    bool is_good = read_cause(object, entry->cause, damage);
    if (is_good && is_refusal(object)) {
        is_good = read_refusal(object, entry->what.template emplace<Error>(), damage);
    } else if (is_good) {
        is_good = read_alternative("event", object, std::get<typename S::Event>(entry->what), damage);
    }
    if (!is_good) { return damage.error(event_of<S>()); }
    return entry;
}

}  // namespace csp::codec

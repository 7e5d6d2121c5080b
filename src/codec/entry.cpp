#include "codec/entry.hpp"

#include <variant>

#include "codec/fields/shared.hpp"
#include "codec/read.hpp"
#include "codec/upgrade.hpp"
#include "codec/write.hpp"

namespace csp::codec {

/// The fields of a cause that every entry has; the asker stands beside it, where there is one.
struct WrittenCause {
    std::string_view actor{};
    PartnerId partner{};
    std::string_view command{};
    std::uint64_t fingerprint{0};
    std::uint64_t events{0};
};
BOOST_DESCRIBE_STRUCT(WrittenCause, (), (actor, partner, command, fingerprint, events))
struct ReadCause {
    std::string actor{};
    PartnerId partner{};
    std::string command{};
    std::uint64_t fingerprint{0};
    std::uint64_t events{0};
};
BOOST_DESCRIBE_STRUCT(ReadCause, (), (actor, partner, command, fingerprint, events))

/// The event of a command that was refused.
struct CommandRefusedEntry {
    static constexpr std::string_view name = "command_refused";
    Error error{};
};
BOOST_DESCRIBE_STRUCT(CommandRefusedEntry, (), (error))

void open_entry(const CauseView& cause, std::string& out) {
    constexpr std::size_t usual_bytes = 768;
    out.reserve(out.size() + usual_bytes);
    out += "{\"v\":";
    append_number(std::int64_t{entry_shape}, out);
    append_name("asked", out);
    append_value(WrittenCause{cause.actor, cause.partner, cause.command, cause.fingerprint, cause.events}, out);
    if (!cause.asker.is_nil() && cause.asker != cause.partner) {
        append_name("asker", out);
        append_value(cause.asker, out);
    }
}

void write_stored_refusal(const CauseView& cause, const Error& error, std::string& out) {
    open_entry(cause, out);
    append_alternative("event", std::variant<CommandRefusedEntry>{CommandRefusedEntry{error}}, out);
    out += '}';
}

bool read_cause(const boost::json::object& entry, Cause& out, Damage& damage) {
    const auto* const asked = entry.if_contains("asked");
    ReadCause read;
    if (asked != nullptr && !read_value(*asked, read, damage)) { return damage.is_inside("asked"); }
    out = Cause{std::move(read.actor), read.partner, std::move(read.command), read.fingerprint, read.events, {}};
    const auto* const asker = entry.if_contains("asker");
    return asker == nullptr || read_value(*asker, out.asker, damage) || damage.is_inside("asker");
}

bool is_refusal(const boost::json::object& entry) {
    const auto* const event = entry.if_contains("event");
    const auto* const name = event == nullptr ? nullptr : event->if_string();
    return name != nullptr && std::string_view(name->data(), name->size()) == CommandRefusedEntry::name;
}

bool read_refusal(const boost::json::object& entry, Error& out, Damage& damage) {
    const auto* const error = entry.if_contains("error");
    if (error == nullptr) { return damage.is_not("there") || damage.is_inside("error"); }
    return read_value(*error, out, damage) || damage.is_inside("error");
}

}  // namespace csp::codec

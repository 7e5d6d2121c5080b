// Reads the feed back: from the store's bytes, or from the values a memory store kept.
#include "engine/happenings.hpp"

#include <optional>

#include "codec/views.hpp"

namespace csp::engine {
namespace {

template <class S>
Result<Decoded> decoded_of(const StoredEvent& stored) {
    if (stored.body.decoded) {
        if (stored.version == 0) {
            const auto& refusal = static_cast<const HeldRefusal&>(*stored.body.decoded);
            return Decoded{refusal.cause.copy(), CommandRefused{refusal.error}};
        }
        const auto& held = static_cast<const HeldEvent<S>&>(*stored.body.decoded);
        return Decoded{held.cause.copy(), held.event()};
    }
    auto read = codec::read_stored<S>(stored.body.bytes);
    if (!read) { return std::move(read).error(); }
    if (auto* error = std::get_if<Error>(&read->what)) {
        return Decoded{std::move(read->cause), CommandRefused{std::move(*error)}};
    }
    return Decoded{std::move(read->cause), std::get<typename S::Event>(std::move(read->what))};
}

/// What csp makes anew each time it is asked is no part of what was asked.
Customer::Command without_secrets(Customer::Command command) {
    if (auto* create = std::get_if<CreateCustomer>(&command)) { create->admin_user.password_hash.clear(); }
    return command;
}
Partnership::Command without_secrets(Partnership::Command command) {
    if (auto* ask = std::get_if<RequestPartnership>(&command)) { ask->link_digest.clear(); }
    return command;
}

/// Which entry of the feed it is: a host that hears of it has to find it.
Error unreadable_event(const StoredEvent& stored, Error why_not) {
    Error named = unreadable(stored.kind, stored.id, std::move(why_not));
    named.sentence += " at position " + std::to_string(stored.position);
    return named;
}

Happening put_together(const StoredEvent& stored, Decoded decoded) {
    return Happening{.position = stored.position,
                     .kind = stored.kind,
                     .id = stored.id,
                     .version = stored.version,
                     .at = stored.at,
                     .user = std::move(decoded.cause.actor),
                     .partner = decoded.cause.partner,
                     .asker = decoded.cause.asker,
                     .command = std::move(decoded.cause.command),
                     .request = stored.request,
                     .event = std::move(decoded.event)};
}

}  // namespace

Result<Decoded> decoded(const StoredEvent& stored) {
    std::optional<Result<Decoded>> read;
    Nouns::for_each([&]<class S>() {
        if (stored.kind == kind_of<S>) { read.emplace(decoded_of<S>(stored)); }
    });
    if (read && !*read) { return unreadable_event(stored, std::move(*read).error()); }
    if (read) { return *std::move(read); }
    return Error{.code = Code::unsupported,
                 .sentence = "storage: the event at position " + std::to_string(stored.position) +
                             " is about a kind of record that this csp does not know"};
}

Result<Happening> happening_of(const StoredEvent& stored) {
    auto read = decoded(stored);
    if (!read) { return std::move(read).error(); }
    return put_together(stored, std::move(read).value());
}

Happening happening_of(const Pending& pending) {
    const StoredEvent stored{.position = pending.position,
                             .kind = pending.kind,
                             .id = pending.id,
                             .version = pending.version,
                             .at = pending.at,
                             .request = pending.request,
                             .body = Body{.decoded = pending.held}};
    return put_together(stored, decoded(stored).value());  // a value in memory always decodes
}

std::uint64_t fingerprint_of(const Request& request, const Command& command) {
    return std::visit(
        [&]<class S>(const Ask<S>& ask) {
            if constexpr (requires { without_secrets(ask.command); }) {
                return codec::fingerprint_of<S>(ask.id, without_secrets(ask.command), request.expected_version);
            } else {
                return codec::fingerprint_of<S>(ask.id, ask.command, request.expected_version);
            }
        },
        command);
}

std::vector<View> report_views() {
    std::vector<View> views;
    for (auto& text : codec::report_views()) {
        views.push_back(View{std::move(text.name), text.kind, std::move(text.fields)});
    }
    return views;
}

}  // namespace csp::engine

namespace csp {

std::string_view name_of(const Happening& happening) {
    return std::visit(overloaded{
                          [](const CommandRefused&) -> std::string_view { return "command_refused"; },
                          []<class... Events>(const std::variant<Events...>& event) {
                              return machine::Names<std::variant<Events...>>::list[event.index()];
                          },
                      },
                      happening.event);
}

}  // namespace csp

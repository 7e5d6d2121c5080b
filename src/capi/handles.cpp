#include "capi/handles.hpp"

#include <mutex>
#include <shared_mutex>
#include <unordered_map>
#include <utility>

namespace csp::capi {
namespace {

struct Table {
    std::shared_mutex door{};
    std::uintptr_t last{0};
    std::unordered_map<std::uintptr_t, std::shared_ptr<void>> open{};
};

/// Never destroyed: a host may close its handles after main.
Table& table() {
    static auto* const one = new Table;
    return *one;
}

/// The low bits say what it is a ticket for, so that a ticket of another kind is none.
bool is_for(HandleKind kind, std::uintptr_t ticket) { return (ticket & 15U) == static_cast<std::uintptr_t>(kind); }

}  // namespace

std::uintptr_t open_handle(HandleKind kind, std::shared_ptr<void> thing) {
    Table& handles = table();
    const std::unique_lock lock(handles.door);
    const std::uintptr_t ticket = (++handles.last << 4U) | static_cast<std::uintptr_t>(kind);
    handles.open.emplace(ticket, std::move(thing));
    return ticket;
}

std::shared_ptr<void> find_handle(HandleKind kind, std::uintptr_t ticket) {
    Table& handles = table();
    const std::shared_lock lock(handles.door);
    const auto found = handles.open.find(ticket);
    return is_for(kind, ticket) && found != handles.open.end() ? found->second : nullptr;
}

std::shared_ptr<void> take_handle(HandleKind kind, std::uintptr_t ticket) {
    Table& handles = table();
    const std::unique_lock lock(handles.door);
    const auto found = handles.open.find(ticket);
    if (!is_for(kind, ticket) || found == handles.open.end()) { return nullptr; }
    auto thing = std::move(found->second);
    handles.open.erase(found);
    return thing;  // it goes once the door is open again: its `drop` may close other handles
}

}  // namespace csp::capi

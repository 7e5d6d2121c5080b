// A subscription in JSON.
#include "csp/subscription.hpp"

#include "codec/fields/subscription.hpp"
#include "codec/noun.hpp"

namespace csp::codec {

template void write_state<Subscription>(const Subscription&, std::string&);
template Result<Subscription> read_state<Subscription>(std::string_view);
template void write_event<Subscription>(const Subscription::Event&, std::string&);
template Result<Subscription::Event> read_event<Subscription>(std::string_view);
template void write_command<Subscription>(const Subscription::Command&, std::string&);
template std::uint64_t fingerprint_of<Subscription>(const SubscriptionId&, const Subscription::Command&, std::uint64_t);
template void write_stored_event<Subscription>(const CauseView&, const Subscription::Event&, std::string&);
template Result<StoredEntry<Subscription>> read_stored<Subscription>(std::string_view);

}  // namespace csp::codec

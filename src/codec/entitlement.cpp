// An entitlement in JSON.
#include "csp/entitlement.hpp"

#include "codec/fields/entitlement.hpp"
#include "codec/noun.hpp"

namespace csp::codec {

template void write_state<Entitlement>(const Entitlement&, std::string&);
template Result<Entitlement> read_state<Entitlement>(std::string_view);
template void write_event<Entitlement>(const Entitlement::Event&, std::string&);
template Result<Entitlement::Event> read_event<Entitlement>(std::string_view);
template void write_command<Entitlement>(const Entitlement::Command&, std::string&);
template std::uint64_t fingerprint_of<Entitlement>(const EntitlementId&, const Entitlement::Command&, std::uint64_t);
template void write_stored_event<Entitlement>(const CauseView&, const Entitlement::Event&, std::string&);
template Result<StoredEntry<Entitlement>> read_stored<Entitlement>(std::string_view);

}  // namespace csp::codec

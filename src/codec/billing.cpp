// A billing in JSON.
#include "csp/billing.hpp"

#include "codec/fields/billing.hpp"
#include "codec/noun.hpp"

namespace csp::codec {

template void write_state<Billing>(const Billing&, std::string&);
template Result<Billing> read_state<Billing>(std::string_view);
template void write_event<Billing>(const Billing::Event&, std::string&);
template Result<Billing::Event> read_event<Billing>(std::string_view);
template void write_command<Billing>(const Billing::Command&, std::string&);
template std::uint64_t fingerprint_of<Billing>(const BillingId&, const Billing::Command&, std::uint64_t);
template void write_stored_event<Billing>(const CauseView&, const Billing::Event&, std::string&);
template Result<StoredEntry<Billing>> read_stored<Billing>(std::string_view);

}  // namespace csp::codec

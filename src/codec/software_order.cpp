// An order of software in JSON.
#include "csp/software_order.hpp"

#include "codec/fields/software_order.hpp"
#include "codec/noun.hpp"

namespace csp::codec {

template void write_state<SoftwareOrder>(const SoftwareOrder&, std::string&);
template Result<SoftwareOrder> read_state<SoftwareOrder>(std::string_view);
template void write_event<SoftwareOrder>(const SoftwareOrder::Event&, std::string&);
template Result<SoftwareOrder::Event> read_event<SoftwareOrder>(std::string_view);
template void write_command<SoftwareOrder>(const SoftwareOrder::Command&, std::string&);
template std::uint64_t fingerprint_of<SoftwareOrder>(const SoftwareOrderId&, const SoftwareOrder::Command&,
                                                     std::uint64_t);
template void write_stored_event<SoftwareOrder>(const CauseView&, const SoftwareOrder::Event&, std::string&);
template Result<StoredEntry<SoftwareOrder>> read_stored<SoftwareOrder>(std::string_view);

}  // namespace csp::codec

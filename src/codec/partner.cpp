// A partner in JSON.
#include "csp/partner.hpp"

#include "codec/fields/partner.hpp"
#include "codec/noun.hpp"

namespace csp::codec {

template void write_state<Partner>(const Partner&, std::string&);
template Result<Partner> read_state<Partner>(std::string_view);
template void write_event<Partner>(const Partner::Event&, std::string&);
template Result<Partner::Event> read_event<Partner>(std::string_view);
template void write_command<Partner>(const Partner::Command&, std::string&);
template std::uint64_t fingerprint_of<Partner>(const PartnerId&, const Partner::Command&, std::uint64_t);
template void write_stored_event<Partner>(const CauseView&, const Partner::Event&, std::string&);
template Result<StoredEntry<Partner>> read_stored<Partner>(std::string_view);

}  // namespace csp::codec

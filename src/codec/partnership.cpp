// A partnership in JSON.
#include "csp/partnership.hpp"

#include "codec/fields/partnership.hpp"
#include "codec/noun.hpp"

namespace csp::codec {

template void write_state<Partnership>(const Partnership&, std::string&);
template Result<Partnership> read_state<Partnership>(std::string_view);
template void write_event<Partnership>(const Partnership::Event&, std::string&);
template Result<Partnership::Event> read_event<Partnership>(std::string_view);
template void write_command<Partnership>(const Partnership::Command&, std::string&);
template std::uint64_t fingerprint_of<Partnership>(const PartnershipId&, const Partnership::Command&, std::uint64_t);
template void write_stored_event<Partnership>(const CauseView&, const Partnership::Event&, std::string&);
template Result<StoredEntry<Partnership>> read_stored<Partnership>(std::string_view);

}  // namespace csp::codec

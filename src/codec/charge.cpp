// A charge in JSON.
#include "csp/charge.hpp"

#include "codec/fields/charge.hpp"
#include "codec/noun.hpp"

namespace csp::codec {

template void write_state<Charge>(const Charge&, std::string&);
template Result<Charge> read_state<Charge>(std::string_view);
template void write_event<Charge>(const Charge::Event&, std::string&);
template Result<Charge::Event> read_event<Charge>(std::string_view);
template void write_command<Charge>(const Charge::Command&, std::string&);
template std::uint64_t fingerprint_of<Charge>(const ChargeId&, const Charge::Command&, std::uint64_t);
template void write_stored_event<Charge>(const CauseView&, const Charge::Event&, std::string&);
template Result<StoredEntry<Charge>> read_stored<Charge>(std::string_view);

}  // namespace csp::codec

// A ledger in JSON.
#include "csp/ledger.hpp"

#include "codec/fields/ledger.hpp"
#include "codec/noun.hpp"

namespace csp::codec {

template void write_state<Ledger>(const Ledger&, std::string&);
template Result<Ledger> read_state<Ledger>(std::string_view);
template void write_event<Ledger>(const Ledger::Event&, std::string&);
template Result<Ledger::Event> read_event<Ledger>(std::string_view);
template void write_command<Ledger>(const Ledger::Command&, std::string&);
template std::uint64_t fingerprint_of<Ledger>(const LedgerId&, const Ledger::Command&, std::uint64_t);
template void write_stored_event<Ledger>(const CauseView&, const Ledger::Event&, std::string&);
template Result<StoredEntry<Ledger>> read_stored<Ledger>(std::string_view);

}  // namespace csp::codec

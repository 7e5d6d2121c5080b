// An invoice in JSON.
#include "csp/invoice.hpp"

#include "codec/fields/invoice.hpp"
#include "codec/noun.hpp"

namespace csp::codec {

template void write_state<Invoice>(const Invoice&, std::string&);
template Result<Invoice> read_state<Invoice>(std::string_view);
template void write_event<Invoice>(const Invoice::Event&, std::string&);
template Result<Invoice::Event> read_event<Invoice>(std::string_view);
template void write_command<Invoice>(const Invoice::Command&, std::string&);
template std::uint64_t fingerprint_of<Invoice>(const InvoiceId&, const Invoice::Command&, std::uint64_t);
template void write_stored_event<Invoice>(const CauseView&, const Invoice::Event&, std::string&);
template Result<StoredEntry<Invoice>> read_stored<Invoice>(std::string_view);

}  // namespace csp::codec

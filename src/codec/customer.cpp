// A customer in JSON.
#include "csp/customer.hpp"

#include "codec/fields/customer.hpp"
#include "codec/noun.hpp"

namespace csp::codec {

template void write_state<Customer>(const Customer&, std::string&);
template Result<Customer> read_state<Customer>(std::string_view);
template void write_event<Customer>(const Customer::Event&, std::string&);
template Result<Customer::Event> read_event<Customer>(std::string_view);
template void write_command<Customer>(const Customer::Command&, std::string&);
template std::uint64_t fingerprint_of<Customer>(const CustomerId&, const Customer::Command&, std::uint64_t);
template void write_stored_event<Customer>(const CauseView&, const Customer::Event&, std::string&);
template Result<StoredEntry<Customer>> read_stored<Customer>(std::string_view);

}  // namespace csp::codec

// An order in JSON.
#include "csp/order.hpp"

#include "codec/fields/order.hpp"
#include "codec/noun.hpp"

namespace csp::codec {

template void write_state<Order>(const Order&, std::string&);
template Result<Order> read_state<Order>(std::string_view);
template void write_event<Order>(const Order::Event&, std::string&);
template Result<Order::Event> read_event<Order>(std::string_view);
template void write_command<Order>(const Order::Command&, std::string&);
template std::uint64_t fingerprint_of<Order>(const OrderId&, const Order::Command&, std::uint64_t);
template void write_stored_event<Order>(const CauseView&, const Order::Event&, std::string&);
template Result<StoredEntry<Order>> read_stored<Order>(std::string_view);

}  // namespace csp::codec

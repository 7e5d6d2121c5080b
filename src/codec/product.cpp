// A product in JSON.
#include "csp/product.hpp"

#include "codec/fields/product.hpp"
#include "codec/noun.hpp"

namespace csp::codec {

template void write_state<Product>(const Product&, std::string&);
template Result<Product> read_state<Product>(std::string_view);
template void write_event<Product>(const Product::Event&, std::string&);
template Result<Product::Event> read_event<Product>(std::string_view);
template void write_command<Product>(const Product::Command&, std::string&);
template std::uint64_t fingerprint_of<Product>(const ProductId&, const Product::Command&, std::uint64_t);
template void write_stored_event<Product>(const CauseView&, const Product::Event&, std::string&);
template Result<StoredEntry<Product>> read_stored<Product>(std::string_view);

}  // namespace csp::codec

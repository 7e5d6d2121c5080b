// An offer in JSON.
#include "csp/offer.hpp"

#include "codec/fields/offer.hpp"
#include "codec/noun.hpp"

namespace csp::codec {

template void write_state<Offer>(const Offer&, std::string&);
template Result<Offer> read_state<Offer>(std::string_view);
template void write_event<Offer>(const Offer::Event&, std::string&);
template Result<Offer::Event> read_event<Offer>(std::string_view);
template void write_command<Offer>(const Offer::Command&, std::string&);
template std::uint64_t fingerprint_of<Offer>(const OfferId&, const Offer::Command&, std::uint64_t);
template void write_stored_event<Offer>(const CauseView&, const Offer::Event&, std::string&);
template Result<StoredEntry<Offer>> read_stored<Offer>(std::string_view);

}  // namespace csp::codec

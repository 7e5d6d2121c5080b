// A support request in JSON.
#include "csp/support_request.hpp"

#include "codec/fields/support_request.hpp"
#include "codec/noun.hpp"

namespace csp::codec {

template void write_state<SupportRequest>(const SupportRequest&, std::string&);
template Result<SupportRequest> read_state<SupportRequest>(std::string_view);
template void write_event<SupportRequest>(const SupportRequest::Event&, std::string&);
template Result<SupportRequest::Event> read_event<SupportRequest>(std::string_view);
template void write_command<SupportRequest>(const SupportRequest::Command&, std::string&);
template std::uint64_t fingerprint_of<SupportRequest>(const SupportRequestId&, const SupportRequest::Command&,
                                                      std::uint64_t);
template void write_stored_event<SupportRequest>(const CauseView&, const SupportRequest::Event&, std::string&);
template Result<StoredEntry<SupportRequest>> read_stored<SupportRequest>(std::string_view);

}  // namespace csp::codec

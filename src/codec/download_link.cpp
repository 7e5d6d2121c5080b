// A download link in JSON.
#include "csp/download_link.hpp"

#include "codec/fields/download_link.hpp"
#include "codec/noun.hpp"

namespace csp::codec {

template void write_state<DownloadLink>(const DownloadLink&, std::string&);
template Result<DownloadLink> read_state<DownloadLink>(std::string_view);
template void write_event<DownloadLink>(const DownloadLink::Event&, std::string&);
template Result<DownloadLink::Event> read_event<DownloadLink>(std::string_view);
template void write_command<DownloadLink>(const DownloadLink::Command&, std::string&);
template std::uint64_t fingerprint_of<DownloadLink>(const DownloadLinkId&, const DownloadLink::Command&, std::uint64_t);
template void write_stored_event<DownloadLink>(const CauseView&, const DownloadLink::Event&, std::string&);
template Result<StoredEntry<DownloadLink>> read_stored<DownloadLink>(std::string_view);

}  // namespace csp::codec

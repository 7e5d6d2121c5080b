// An activity in JSON.
#include "csp/activity.hpp"

#include "codec/fields/activity.hpp"
#include "codec/noun.hpp"

namespace csp::codec {

template void write_state<Activity>(const Activity&, std::string&);
template Result<Activity> read_state<Activity>(std::string_view);
template void write_event<Activity>(const Activity::Event&, std::string&);
template Result<Activity::Event> read_event<Activity>(std::string_view);
template void write_command<Activity>(const Activity::Command&, std::string&);
template std::uint64_t fingerprint_of<Activity>(const ActivityId&, const Activity::Command&, std::uint64_t);
template void write_stored_event<Activity>(const CauseView&, const Activity::Event&, std::string&);
template Result<StoredEntry<Activity>> read_stored<Activity>(std::string_view);

}  // namespace csp::codec

// What csp answers, as rows of a cursor: an id, a version, and everything as one JSON object.
#pragma once

#include <csp.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "codec/codec.hpp"
#include "csp/engine.hpp"

namespace csp::capi {

struct Row {
    std::int32_t what{CSP_ROW_ANSWER};
    std::int32_t kind{0};
    AnyId id{};
    std::uint64_t version{0};
    Instant next_due{never};
    std::string json{};
    std::string text{};                            ///< a file, as it is
    Secret secret{};                               ///< or what is shown once
    std::shared_ptr<const Happening> happening{};  ///< of an event
    std::shared_ptr<const Availability> availability{};
};

std::string json_of(const Happening& happening);
/// Borrows from `happening`; its json is not filled in.
csp_event event_of(const Happening& happening);
csp_availability c_availability(const Availability& answer);
csp_receipt c_receipt(const Receipt& receipt);

template <class S>
Row row_of(const Standing<S>& standing) {
    Row row{.what = CSP_ROW_RECORD,
            .kind = static_cast<std::int32_t>(S::kind_of_record),
            .id = standing.id.bytes,
            .version = standing.version,
            .next_due = standing.next_due};
    codec::write_state(standing.state, row.json);
    return row;
}
Row row_of(const Happening& happening);
Row row_of(const ChargeRecorded& charge);
Row row_of(const Coming& coming);
Row row_of(const Availability& answer);
Row row_of(const LineReview& answer);
Row row_of(const SignIn& answer);
Row row_of(const DesignatedContact& answer);
Row row_of(const PartnershipLine& answer);
Row row_of(const LineCancellation& answer);
Row row_of(const SoftwareItem& answer);
Row row_of(const SoftwareUser& answer);
Row row_of(const ActivityEntry& answer);
Row row_of(const ChargeEntry& answer);
Row row_of(const Expected& answer);
Row row_of(const Choice& answer);
Row row_of(const SupportForm& answer);
Row row_of(const ResellerShare& answer);
Row row_of(const Error& answer);
Row row_of(std::string file);

// What is shown once goes from the answer of a command that is done into rows for which there is room. None of it can
// fail: the secret, the id and the version need no memory, and where there is none for the rest, the JSON is "{}".
inline constexpr std::size_t most_shown_once = 2;
using Rows = std::vector<Row>;
void add_rows(SoftwareCancellation answer, Rows& rows) noexcept;
void add_rows(DeliveredKeys answer, Rows& rows) noexcept;
void add_rows(DeliveredLink answer, Rows& rows) noexcept;
void add_rows(SetupInfo answer, Rows& rows) noexcept;
void add_rows(PartnershipDraft answer, Rows& rows) noexcept;  ///< the message, and the link in it
/// As many as there is memory for.
void add_rows(const std::vector<Error>& problems, Rows& rows) noexcept;
Row row_of(SetupInfo answer);

}  // namespace csp::capi

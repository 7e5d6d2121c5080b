// One hand-made sample of every event and every phase of a partnership.
#pragma once

#include <string>
#include <vector>

#include "codec/samples_shared.hpp"
#include "csp/partnership.hpp"

namespace csp::test {

inline std::vector<Partnership::Event> samples_of_events(const Partnership*) {
    return {PartnershipRequested{.provider = numbered<Partner>(1),
                                 .reseller_email = "bob@reseller.example",
                                 .text = "Open {link}\n\"now\"",
                                 .link_digest = std::string(64, 'a'),
                                 .requested_at = moment("2019-03-29T12:00:00.123456Z")},
            RequestEdited{"Please open {link}"},
            PartnershipAccepted{numbered<Partner>(7), moment("2019-03-30T12:00:00Z")},
            PartnershipDeclined{moment("2019-03-31T12:00:00Z")},
            RequestWithdrawn{moment("2019-04-01T12:00:00Z")},
            PartnershipRemoved{moment("2019-04-02T12:00:00Z")},
            ProviderAccessRevoked{}};
}
inline std::vector<Partnership> samples_of_states(const Partnership*) {
    const Partnership partnership{.provider = numbered<Partner>(1),
                                  .reseller = numbered<Partner>(7),
                                  .reseller_email = "bob@reseller.example",
                                  .text = "Open {link}",
                                  .link_digest = std::string(64, 'a')};
    std::vector<Partnership> all(6, partnership);
    all[1].phase = Partnership::Requested{moment("2019-03-29T12:00:00Z")};
    all[2].phase = Partnership::Active{moment("2019-03-30T12:00:00Z"), false};
    all[3].phase = Partnership::Declined{moment("2019-03-31T12:00:00Z")};
    all[4].phase = Partnership::Withdrawn{moment("2019-04-01T12:00:00Z")};
    all[5].phase = Partnership::Removed{moment("2019-04-02T12:00:00Z")};
    return all;
}

}  // namespace csp::test

// Fulfilment: where keys and download addresses come from. The host brings it; Microsoft's own, say, or a
// distributor's.
//
// The engine asks inside a transaction, after everything else has said yes, and may ask again for the same delivery
// when another writer was first or what it gave could not be shown: the same delivery must give the same answer. Of a
// link that is new it asks again under another link id; the first one is never used.
// Rules: ENT-04; CONV-7. Lifetime: the engine keeps a reference; it must outlive the engine.
// Threads: may be called from any thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "csp/id.hpp"
#include "csp/result.hpp"
#include "csp/secret.hpp"

namespace csp {

/// What is to be delivered. The texts live as long as the call.
struct Delivery {
    EntitlementId entitlement{};
    ProductId product{};
    std::string_view catalog_id{};
    std::int32_t quantity{0};
    std::string_view version{};
    std::string_view language{};
    std::string_view file_type{};
    DownloadLinkId link{};     ///< of a URL; nil for a key
    std::uint64_t renewal{0};  ///< of a URL: how often the link has begun before; a new address may be given each time
};

class Fulfilment {
public:
    virtual ~Fulfilment() = default;
    /// One key for the whole line. Its errors reach the caller as they are; they name no rule (Code::storage, say).
    virtual Result<Secret> key_for(const Delivery& delivery) = 0;
    virtual Result<Secret> url_for(const Delivery& delivery) = 0;
};

/// For tests and examples: keys and addresses made of the delivery's ids, the same every time.
class MadeUpFulfilment final : public Fulfilment {
public:
    /// "KEY-" and the entitlement's id.
    Result<Secret> key_for(const Delivery& delivery) override;
    /// "https://downloads.example/" and the link's id, "?renewal=" and how often it began before.
    Result<Secret> url_for(const Delivery& delivery) override;
};

}  // namespace csp

// A download link told once more, and differently: it writes down every download it granted and counts them whenever
// it is asked. It shares no line with the library, so that a mistake would have to be made twice.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace csp::test {

struct DownloadLinkModel {
    static constexpr std::int64_t hour_us = 3'600LL * 1'000'000;

    std::int64_t hours{0};             // how long it is good once it has begun
    int most{0};                       // downloads each time it begins
    std::int64_t hours_from_first{0};  // and how long after the first download; 0: that does not matter
    std::int64_t first_counts_from_us{0};

    int begun{0};
    bool is_revoked{false};
    std::int64_t begun_at_us{0};
    std::vector<std::int64_t> granted_at_us{};  // since it last began
    std::int64_t revoked_at_us{0};

    [[nodiscard]] std::int64_t ends_us() const {
        const std::int64_t latest = begun_at_us + hours * hour_us;
        if (granted_at_us.empty() || hours_from_first == 0 || granted_at_us.front() < first_counts_from_us) {
            return latest;
        }
        return std::min(latest, granted_at_us.front() + hours_from_first * hour_us);
    }
    [[nodiscard]] int left() const { return most - static_cast<int>(granted_at_us.size()); }
    [[nodiscard]] bool is_good(std::int64_t now_us) const {
        return begun > 0 && !is_revoked && begun_at_us <= now_us && now_us < ends_us() && left() > 0;
    }

    // ---- each answers whether it may be done, and does it ----
    bool begin(std::int64_t now_us) {
        if (is_revoked) { return false; }
        ++begun;
        begun_at_us = now_us;
        granted_at_us.clear();
        return true;
    }
    bool download(std::int64_t now_us) {
        if (!is_good(now_us)) { return false; }
        granted_at_us.push_back(now_us);
        return true;
    }
    bool revoke(std::int64_t now_us) {
        if (begun == 0) { return false; }
        if (!is_revoked) { revoked_at_us = now_us; }
        is_revoked = true;
        return true;
    }
};

}  // namespace csp::test

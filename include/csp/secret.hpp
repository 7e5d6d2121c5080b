// A text that must not be seen: a product key, a download address. It wipes its memory when it goes.
//
// It is moved, never copied, cannot be printed or compared, and no event, error or record has a field of this type.
// Threads: a plain value.
#pragma once

#include <string_view>
#include <vector>

namespace csp {

class Secret {
public:
    Secret() = default;
    /// Copies it in; wiping the place it came from is the caller's.
    explicit Secret(std::string_view text);
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret();

    /// To show it to whom it is for. Valid as long as this lives and is not moved.
    [[nodiscard]] std::string_view reveal() const { return {bytes_.data(), bytes_.size()}; }
    [[nodiscard]] bool is_empty() const { return bytes_.empty(); }

private:
    void wipe() noexcept;
    std::vector<char> bytes_{};  // no std::string: a short one would leave its letters in the moved-from object
};

}  // namespace csp

// What a fuzzer gave, read from the front. Behind its end there are zeros, so that every drawing answers.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace csp::fuzz {

class Bytes {
public:
    Bytes(const std::uint8_t* data, std::size_t size) : data_(data), left_(size) {}

    [[nodiscard]] bool is_empty() const { return left_ == 0; }
    std::string_view some(std::size_t most) {
        const std::string_view taken(reinterpret_cast<const char*>(data_), std::min(most, left_));
        data_ += taken.size();
        left_ -= taken.size();
        return taken;
    }
    template <class Number>
    Number number() {
        Number made{};
        const std::string_view taken = some(sizeof made);
        if (!taken.empty()) { std::memcpy(&made, taken.data(), taken.size()); }
        return made;
    }
    std::uint8_t byte() { return number<std::uint8_t>(); }
    /// One of a list that is not empty.
    template <class List>
    const auto& one_of(const List& list) {
        return *(std::begin(list) + byte() % std::size(list));
    }

private:
    const std::uint8_t* data_;
    std::size_t left_;
};

}  // namespace csp::fuzz

// A row of things that grows without moving what it holds, so that no single command pays for a million moves.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace csp::storage {

template <class T>
class Shelf {
public:
    [[nodiscard]] std::size_t size() const { return size_; }
    T& operator[](std::size_t at) { return blocks_[at / per_block][at % per_block]; }
    const T& operator[](std::size_t at) const { return blocks_[at / per_block][at % per_block]; }
    T& back() { return (*this)[size_ - 1]; }

    /// When it throws there is no new one.
    template <class... Parts>
    T& emplace_back(Parts&&... parts) {
        if (size_ == blocks_.size() * per_block) { add_block(); }
        T& made = blocks_[size_ / per_block].emplace_back(std::forward<Parts>(parts)...);
        ++size_;
        return made;
    }
    void pop_back() {
        --size_;
        blocks_[size_ / per_block].pop_back();  // an empty block at the end is kept for what comes next
    }

private:
    void add_block() {
        std::vector<T> block;
        block.reserve(per_block);
        blocks_.push_back(std::move(block));
    }

    static constexpr std::size_t per_block = 1'024;  // a power of two: finding a place is a shift and a mask
    std::vector<std::vector<T>> blocks_;             // each reserved in full, so nothing in it ever moves
    std::size_t size_{0};
};

}  // namespace csp::storage

// What a program without csp would ask of SQLite for the same commands.
#pragma once

#include <array>
#include <span>

#include "life.hpp"
#include "sqlite_bare.hpp"
#include "watched_storage.hpp"
#include "world.hpp"

namespace csp::bench {

/// The same tables, indexes and bytes as csp: each command loads its record, updates it and appends its event.
class SameBytes {
public:
    SameBytes(const std::filesystem::path& file, Durability durability);
    /// One command for each record and event in `writes`, so many to a commit.
    void play(const Seen& writes, std::size_t batch);

private:
    void one(const WrittenRecord& record, const WrittenEvent& event);

    BareDatabase db_;
    BareStatement begin_;
    BareStatement commit_;
    BareStatement load_;
    BareStatement update_;
    BareStatement update_and_due_;
    BareStatement append_;
};

/// A schema for subscriptions alone: numbers in columns, no JSON, no index that these commands do not need.
class LeanSchema {
public:
    LeanSchema(const std::filesystem::path& file, Durability durability, const World& world);
    void play(std::span<const Draw> draws, std::size_t batch);

private:
    void one(const Draw& draw);

    BareDatabase db_;
    BareStatement begin_;
    BareStatement commit_;
    BareStatement load_;
    std::array<BareStatement, 4> change_;  // by Wish
    BareStatement append_;
};

}  // namespace csp::bench

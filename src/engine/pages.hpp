// Pages of an index: a size, a place to go on from, and no silent cut.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "codec/keys.hpp"
#include "engine/authority.hpp"
#include "engine/deadlines.hpp"
#include "engine/inside.hpp"
#include "engine/reading.hpp"

namespace csp::engine {

/// The place to go on from, as text a caller can keep: the index and its entry in hexadecimal.
std::string cursor_of(codec::Index index, std::string_view key);
/// Refused when it is not a cursor of this very listing: another listing's, or somebody else's.
Result<std::string> key_in(std::string_view cursor, codec::Index index, std::string_view prefix);
/// Refused unless it is 1 to Policy::page_size_max; `field` is where the size was said.
Result<Done> check_page_size(std::size_t size, const Policy& policy, std::string_view field);

template <class S>
Standing<S> standing_of(const Entry<S>& entry) {
    return Standing<S>{
        .id = entry.id, .version = entry.stored_version, .next_due = due_of(entry.state()), .state = entry.state()};
}

/// The whole record as the item of a page.
template <class S>
Result<std::optional<Standing<S>>> as_it_stands(const Entry<S>& entry) {
    return std::optional<Standing<S>>(standing_of(entry));
}

/// Part of an index: what begins with `prefix`, from `first` on (empty: from its start), before `end` (empty: to its
/// end).
struct Stretch {
    codec::Index index{};
    std::string prefix{};
    std::string first{};
    std::string end{};
};

/// One page of it, each record as it stands now; `make(entry)` gives the item, or nothing to leave it out.
template <class S, class T, class Make>
Result<Page<T>> page_of(Reading& reading, const Stretch& stretch, const PageRequest& wanted, Make make) {
    const auto& [index, prefix, first, end] = stretch;
    if (auto checked = check_page_size(wanted.size, reading.pipeline.policy(), "page.size"); !checked) {
        return std::move(checked).error();
    }
    auto after = key_in(wanted.after, index, prefix);
    if (!after) { return std::move(after).error(); }
    Page<T> page;
    std::string position = std::max(first, std::move(after).value());
    while (true) {
        const std::size_t ask = wanted.size - page.items.size() + 1;  // one more tells whether there is more
        auto hits = reading.transaction.scan(static_cast<std::uint16_t>(index), prefix, position, ask);
        if (!hits) { return std::move(hits).error(); }
        for (const Hit& hit : *hits) {
            if (!end.empty() && hit.key >= end) { return page; }
            if (page.items.size() == wanted.size) {
                page.next = cursor_of(index, position);
                return page;
            }
            auto entry = reading.work.adopt<S>(hit.record);
            if (!entry) { return std::move(entry).error(); }
            if (auto settled = reading.pipeline.settle_for_reading(**entry, reading.now); !settled) {
                return std::move(settled).error();
            }
            Result<std::optional<T>> item = make(**entry);
            if (!item) { return std::move(item).error(); }
            if (*item) { page.items.push_back(*std::move(*item)); }
            position = hit.key;
        }
        if (hits->size() < ask) { return page; }
    }
}

/// One page of everything that begins with `prefix`.
template <class S, class T, class Make>
Result<Page<T>> page_of(Reading& reading, codec::Index index, const std::string& prefix, const PageRequest& wanted,
                        Make make) {
    return page_of<S, T>(reading, Stretch{index, prefix, {}, {}}, wanted, std::move(make));
}

}  // namespace csp::engine

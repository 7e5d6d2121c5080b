// Walks an index to its end, page by page: counting must never be cut short.
#pragma once

#include <string>

#include "codec/keys.hpp"
#include "csp/storage.hpp"

namespace csp::engine {

template <class Visit>
Result<Done> for_each_record(Transaction& transaction, codec::Index index, const std::string& prefix, Visit visit) {
    constexpr std::size_t page = 64;
    std::string after;
    while (true) {
        auto hits = transaction.scan(static_cast<std::uint16_t>(index), prefix, after, page);
        if (!hits) { return std::move(hits).error(); }
        for (const Hit& hit : *hits) {
            if (auto visited = visit(hit.record); !visited) { return visited; }
        }
        if (hits->size() < page) { return done; }
        after = hits->back().key;
    }
}

}  // namespace csp::engine

// A unit of work: the records one command has looked at, how it left them, and what happened meanwhile.
//
// Nothing reaches the store before `flush`; so a preview is a work that is never flushed, and a refused
// command leaves no trace. Each record is loaded once and saved once, however often it was touched.
#pragma once

#include <boost/container/small_vector.hpp>
#include <boost/unordered/unordered_flat_map.hpp>

#include <list>
#include <memory>
#include <optional>
#include <tuple>

#include "base/undying.hpp"
#include "csp/result.hpp"
#include "csp/storage.hpp"
#include "engine/entry.hpp"
#include "engine/familiar.hpp"

namespace csp::engine {

/// What happened, not stored yet.
struct Pending {
    Kind kind{};
    AnyId id{};
    std::uint64_t version{0};
    Instant at{};
    std::shared_ptr<const Written> held{};  ///< a HeldEvent of the kind's noun
    HeldCause* cause{nullptr};              ///< inside `held`, to be completed before the flush
    std::uint64_t position{0};              ///< in the feed, once flushed
    RequestId request{};                    ///< of the command's first event, once flushed
};

/// Which record it is: a host that hears of it has to find it.
Error unreadable(Kind kind, const AnyId& id, Error why_not);

class Work {
public:
    /// `familiar`: what works before it have left there; all that save what may be familiar in one
    /// transaction have the same, or none.
    explicit Work(Transaction& transaction, Familiar* familiar = nullptr)
        : transaction_(transaction), familiar_(familiar) {}

    [[nodiscard]] Transaction& transaction() { return transaction_; }

    /// The record, loaded once. Its entry stays where it is as long as the work lives.
    template <class S>
    Result<Entry<S>*> load(const Id<S>& id) {
        if (Entry<S>* entry = known<S>(id)) { return entry; }
        if (const Entry<S>* entry = familiar<S>(id)) { return keep(Entry<S>(*entry)); }
        auto record = transaction_.load(kind_of<S>, id.bytes);
        if (!record && record.error().code != Code::not_found) { return std::move(record).error(); }
        if (!record) { return keep(Entry<S>{.id = id, .stored = undying<const Nothing<S>>().state}); }
        return take<S>(id, record.value());
    }

    /// As load, for a record that a scan brought along.
    template <class S>
    Result<Entry<S>*> adopt(const Record& record) {
        const Id<S> id{record.id};
        if (Entry<S>* entry = known<S>(id)) { return entry; }
        return take<S>(id, record);
    }

    /// The state to change: copied on the first change, so that the stored one stays as it is.
    template <class S>
    S& change(Entry<S>& entry) {
        if (!entry.own) { entry.own = std::make_shared<HeldState<S>>(entry.stored->state); }
        return entry.own->state;
    }

    /// Most commands make one event, and it needs no memory of its own.
    boost::container::small_vector<Pending, 1> happened{};
    /// Where in `happened` the command's own events begin: before it stands what fell due.
    std::size_t first_of_command{0};

    /// Writes every changed record and every event. `request` goes with the command's first event.
    Result<Done> flush(const RequestId& request);

    /// Calls `visit(entry)` for each record of that noun, in the order in which they were looked at.
    template <class S, class Visit>
    void for_each_entry(Visit visit) {
        auto& [first, others] = shelf<S>();
        if (first) { visit(*first); }
        if (!others) { return; }
        for (auto& entry : others->entries) { visit(entry); }
    }

private:
    template <class S>
    struct Nothing {
        std::shared_ptr<const HeldState<S>> state{std::make_shared<const HeldState<S>>()};
    };
    template <class S>
    Result<Entry<S>*> take(const Id<S>& id, const Record& record) {
        auto held = state_in<S>(record.body);
        if (!held) { return unreadable(kind_of<S>, id.bytes, std::move(held).error()); }
        Entry<S>* const entry = keep(Entry<S>{.id = id,
                                              .stored_version = record.version,
                                              .version = record.version,
                                              .due = record.due,
                                              .saved_at = record.saved_at,
                                              .stored = *std::move(held)});
        remember(*entry);
        return entry;
    }

    template <class S>
    const Entry<S>* familiar(const Id<S>& id) const {
        if constexpr (may_be_familiar<S>) { return familiar_ != nullptr ? familiar_->find(id) : nullptr; }
        return nullptr;
    }
    template <class S>
    void remember(const Entry<S>& stored) {
        if constexpr (may_be_familiar<S>) {
            if (familiar_ != nullptr) { familiar_->remember(stored); }
        }
    }

    /// A walk finds one among a few records sooner than a hash.
    static constexpr std::size_t few = 8;

    template <class S>
    struct Others {
        std::list<Entry<S>> entries{};
        boost::unordered_flat_map<Id<S>, Entry<S>*, IdHash> by_id{};  ///< once there are more than a few
    };
    /// Of most nouns a command touches no record or one; a page or a large order touches many.
    template <class S>
    struct Shelf {
        std::optional<Entry<S>> first{};
        std::unique_ptr<Others<S>> others{};
        Shelf() noexcept {}  // not `= default`: then the tuple below would fill two kilobytes with zeros first
    };
    template <class S>
    Shelf<S>& shelf() {
        return std::get<Shelf<S>>(shelves_);
    }
    template <class S>
    Entry<S>* known(const Id<S>& id) {
        auto& [first, others] = shelf<S>();
        if (first && first->id == id) { return &*first; }
        return others ? known_among(*others, id) : nullptr;
    }
    template <class S>
    static Entry<S>* known_among(Others<S>& others, const Id<S>& id) {
        if (others.entries.size() > few) {
            const auto found = others.by_id.find(id);
            return found == others.by_id.end() ? nullptr : found->second;
        }
        for (auto& entry : others.entries) {
            if (entry.id == id) { return &entry; }
        }
        return nullptr;
    }
    template <class S>
    Entry<S>* keep(Entry<S>&& entry) {
        auto& [first, others] = shelf<S>();
        if (!first) { return &first.emplace(std::move(entry)); }
        if (!others) { others = std::make_unique<Others<S>>(); }
        return keep_among(*others, std::move(entry));
    }
    template <class S>
    static Entry<S>* keep_among(Others<S>& others, Entry<S>&& entry) {
        auto& [entries, by_id] = others;
        Entry<S>* const kept = &entries.emplace_back(std::move(entry));
        if (entries.size() == few + 1) {
            for (auto& one : entries) { by_id.emplace(one.id, &one); }
        } else if (entries.size() > few) {
            by_id.emplace(kept->id, kept);
        }
        return kept;
    }
    template <class S>
    Result<Done> save(Entry<S>& entry);

    Transaction& transaction_;
    Familiar* familiar_;
    Nouns::Tuple<Shelf> shelves_{};
};

}  // namespace csp::engine

// Writes a unit of work to the store: each changed record once, then every event in the order it happened.
#include "engine/work.hpp"

#include "codec/keys.hpp"
#include "engine/deadlines.hpp"

namespace csp::engine {
namespace {

template <class S>
std::vector<Key> keys_for(const S& state, const Id<S>& id) {
    std::vector<Key> keys;
    for (auto& entry : codec::keys_of(state, id)) { keys.push_back(Key{entry.index, std::move(entry.bytes)}); }
    return keys;
}

}  // namespace

Error unreadable(Kind kind, const AnyId& id, Error why_not) {
    why_not.existing = text_of(id);
    why_not.sentence += "; it is the " + std::string(name_of(kind)) + ' ' + why_not.existing;
    return why_not;
}

template <class S>
Result<Done> Work::save(Entry<S>& entry) {
    const Record record{.kind = kind_of<S>,
                        .id = entry.id.bytes,
                        .version = entry.version,
                        .due = due_of(entry.state()),
                        .saved_at = entry.saved_at,
                        .body = Body{.decoded = entry.own}};
    const auto save_with = [&](const std::vector<Key>* keys) {
        auto saved = transaction_.save(Save{record, entry.stored_version, keys});
        if (saved) { remember(entry.as_stored(record.due)); }
        return saved;
    };
    if (entry.stored_version > 0 && codec::same_keys(entry.stored->state, entry.state())) { return save_with(nullptr); }
    const std::vector<Key> keys = keys_for(entry.state(), entry.id);
    return save_with(&keys);
}

Result<Done> Work::flush(const RequestId& request) {
    // In the order of the kinds, so that what others refer to stands before them in a dump.
    Result<Done> saved = done;
    Nouns::for_each([&]<class S>() {
        for_each_entry<S>([&](Entry<S>& entry) {
            if (saved && entry.own) { saved = save(entry); }
        });
    });
    if (!saved) { return saved; }
    for (std::size_t i = 0; i < happened.size(); ++i) {
        Pending& event = happened[i];
        if (i == first_of_command) { event.request = request; }
        auto position = transaction_.append(StoredEvent{.kind = event.kind,
                                                        .id = event.id,
                                                        .version = event.version,
                                                        .at = event.at,
                                                        .request = event.request,
                                                        .body = Body{.decoded = event.held}});
        if (!position) { return std::move(position).error(); }
        event.position = *position;
    }
    return done;
}

}  // namespace csp::engine

// What a store promises about records, their versions and their keys (csp/testing_storage.hpp runs it).
//
// Threads: as the store under test.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "csp/testing_storage_words.hpp"

namespace csp::promises {

using Keys = std::vector<Key>;
using Bytes = std::vector<std::string>;

// ---- one record --------------------------------------------------------------------------------------------------

inline void keeps_every_field(Storage& store) {
    Record record = record_of(1, std::uint64_t{std::numeric_limits<std::int64_t>::max()}, last_instant);
    record.saved_at = first_instant;
    commit(store, [&](Transaction& t) { must_save(t, record, 0); });
    look(store, [&](Transaction& t) {
        expect(same(got(t.load(Kind::order, id_of(1)), "a load"), record), "every field of a record is kept");
        expect(lacks(t, 2), "a record that was never saved is not found, and the error says nothing more");
    });
}

inline void keeps_kinds_apart(Storage& store) {
    Record other = record_of(1, 7);
    other.kind = Kind::partner;
    commit(store, [&](Transaction& t) {
        must_save(t, record_of(1, 1), 0);
        must_save(t, other, 0);
    });
    look(store, [&](Transaction& t) {
        expect(holds(t, 1, 1), "one id under two kinds is two records");
        expect(same(got(t.load(Kind::partner, id_of(1)), "a load"), other), "one id under two kinds is two records");
    });
}

inline void keeps_bodies_byte_for_byte(Storage& store) {
    std::string text = "{\"a\":\"";
    for (int c = 0x20; c < 0x80; ++c) {  // a control character is escaped in JSON; DEL is not
        if (c != '"' && c != '\\') { text += static_cast<char>(c); }
    }
    text +=
        "\\u0000\\n\\\\\\\" \xC2\x80 \xC3\x9F \xE2\x80\xA8 \xEF\xBB\xBF \xEF\xBF\xBF \xF0\x9F\x98\x80 "
        "\xF4\x8F\xBF\xBF\"}";
    const std::string large = "{\"large\":\"" + std::string(1'000'000, 'x') + "\"}";
    Record record = record_of(1, 1);
    StoredEvent event = event_of(1, 1);
    for (const std::string& body : {text, large}) {
        record.body = body_of(body);
        event.body = Body{.bytes = body};
        commit(store, [&](Transaction& t) {
            must_save(t, record, record.version - 1);
            got(t.append(event), "an append");
        });
        look(store, [&](Transaction& t) {
            expect(got(t.load(Kind::order, id_of(1)), "a load").body.text() == body,
                   "a record's body is kept byte for byte");
            expect(got(t.events(event.version - 1, 1), "events").at(0).body.text() == body,
                   "an event's body is kept byte for byte");
        });
        ++record.version;
        ++event.version;
    }
}

// ---- all or nothing ----------------------------------------------------------------------------------------------

inline void write_one_of_each(Transaction& t) {
    must_save(t, record_of(1, 1, Instant{5}), 0, {{1, "key"}});
    got(t.append(event_of(1, 1, 9)), "an append");
}

inline void expect_one_of_each(Transaction& t) {
    expect(holds(t, 1, 1), "load finds what was saved");
    expect(keys_in(t, 1) == Bytes{"key"}, "scan finds what was saved");
    expect(due_in(t, Instant{5}) == std::vector{id_of(1)}, "due finds what was saved");
    expect(got(t.events(0, 9), "events").size() == 1, "events finds what was appended");
    expect(got(t.history(Kind::order, id_of(1), 0, 9), "history").size() == 1, "history finds what was appended");
    expect(got(t.recall(RequestId{id_of(9)}), "recall") == 1, "recall finds what was appended");
}

inline void expect_nothing(Transaction& t) {
    expect(lacks(t, 1), "load finds nothing of a dropped transaction");
    expect(keys_in(t, 1).empty(), "scan finds nothing of a dropped transaction");
    expect(due_in(t, last_instant).empty(), "due finds nothing of a dropped transaction");
    expect(got(t.events(0, 9), "events").empty(), "events finds nothing of a dropped transaction");
    expect(got(t.history(Kind::order, id_of(1), 0, 9), "history").empty(),
           "history finds nothing of a dropped transaction");
    expect(got(t.recall(RequestId{id_of(9)}), "recall") == 0, "recall finds nothing of a dropped transaction");
}

inline void reads_what_it_wrote(Storage& store) {
    commit(store, [](Transaction& t) {
        write_one_of_each(t);
        expect_one_of_each(t);
    });
    look(store, expect_one_of_each);
}

inline void drops_all_of_it(Storage& store) {
    drop(store, write_one_of_each);
    look(store, expect_nothing);
    commit(store, write_one_of_each);
    drop(store, [](Transaction& t) {
        must_save(t, record_of(1, 2, Instant{3}), 1, {{1, "other"}, {2, "key"}});
        must_save(t, record_of(2, 1, Instant{4}), 0, {{1, "key"}});
        must_save(t, record_of(1, 3), 2, {});
        got(t.append(event_of(1, 2, 10)), "an append");
        got(t.append(event_of(2, 1)), "an append");
    });
    look(store, [](Transaction& t) {
        expect_one_of_each(t);
        expect(due_in(t, last_instant).size() == 1, "a dropped transaction leaves the deadlines as they were");
        expect(keys_in(t, 2).empty() && lacks(t, 2), "a dropped transaction leaves no record and no key");
        expect(got(t.recall(RequestId{id_of(10)}), "recall") == 0, "a dropped transaction leaves no request id");
    });
}

inline void writes_nothing_when_reading(Storage& store) {
    look(store,
         [](Transaction& t) { expect_refusal(save(t, record_of(1, 1), 0), Code::internal, "a reader cannot save"); });
    look(store,
         [](Transaction& t) { expect_refusal(t.append(event_of(1, 1)), Code::internal, "a reader cannot append"); });
    look(store, expect_nothing);
}

// ---- versions ----------------------------------------------------------------------------------------------------

inline void refuses_other_versions(Storage& store) {
    const auto refuses = [&](const Record& record, std::uint64_t expected, std::string_view what) {
        const auto t = got(store.begin(Access::write), "begin(write)");
        must_save(*t, record_of(99, 1), 0, {{9, "99"}});
        const auto saved = save(*t, record, expected);
        const auto committed = t->commit();
        expect_refusal(committed, Code::conflict, what);
        expect(saved.has_value() || saved.error().code == Code::conflict, what);
    };
    refuses(record_of(1, 2), 1, "expecting a version of a record that does not exist is a conflict");
    commit(store, [](Transaction& t) { must_save(t, record_of(1, 3), 0); });
    refuses(record_of(1, 4), 0, "expecting no record where there is one is a conflict");
    refuses(record_of(1, 4), 2, "expecting an older version is a conflict");
    refuses(record_of(1, 5), 4, "expecting a newer version is a conflict");
    look(store, [](Transaction& t) {
        expect(holds(t, 1, 3), "a conflict leaves the record as it was");
        expect(lacks(t, 99) && keys_in(t, 9).empty(), "a conflict leaves nothing of its transaction");
    });
    commit(store, [](Transaction& t) {
        must_save(t, record_of(1, 4), 3);
        must_save(t, record_of(1, 6), 4);  // twice in one transaction, and two events at once
    });
    look(store, [](Transaction& t) { expect(holds(t, 1, 6), "the right version is saved"); });
    drop(store, [](Transaction& t) {
        expect_refusal(save(t, record_of(1, 6), 6), Code::internal, "a save has to raise the version");
    });
}

// ---- keys --------------------------------------------------------------------------------------------------------

inline void refuses_a_taken_key(Storage& store) {
    commit(store, [](Transaction& t) { must_save(t, record_of(1, 1), 0, {{1, "a"}, {1, "b"}}); });
    const auto t = got(store.begin(Access::write), "begin(write)");
    const Keys keys{{1, "0"}, {1, "b"}};
    const auto saved = save(*t, record_of(2, 1), 0, &keys);
    expect_refusal(t->commit(), Code::conflict, "a key of another record is a conflict");
    expect(saved.has_value() || saved.error().existing == text_of(id_of(1)), "the conflict names who holds the key");
}

inline void key_conflict_leaves_nothing(Storage& store) {
    refuses_a_taken_key(store);
    look(store, [](Transaction& t) {
        expect(lacks(t, 2), "a save that clashed leaves no record");
        expect(keys_in(t, 1) == Bytes{"a", "b"}, "a save that clashed leaves no key");
    });
    commit(store, [](Transaction& t) { must_save(t, record_of(2, 1), 0, {{2, "a"}, {2, "b"}}); });
    look(store, [](Transaction& t) { expect(keys_in(t, 2) == Bytes{"a", "b"}, "indexes do not share their keys"); });
}

inline void changes_keys_as_told(Storage& store) {
    commit(store, [](Transaction& t) { must_save(t, record_of(1, 1), 0, {{1, "b"}, {1, "a"}, {2, "a"}, {1, "a"}}); });
    commit(store, [](Transaction& t) { must_save(t, record_of(1, 2), 1); });
    look(store, [](Transaction& t) {
        expect(keys_in(t, 1) == Bytes{"a", "b"} && keys_in(t, 2) == Bytes{"a"}, "a save without keys leaves them");
    });
    commit(store, [](Transaction& t) { must_save(t, record_of(1, 3), 2, {{1, "b"}, {1, "c"}}); });
    look(store, [](Transaction& t) {
        expect(keys_in(t, 1) == Bytes{"b", "c"} && keys_in(t, 2).empty(), "a save with keys replaces them all");
        expect(same(got(t.scan(1, "c", "", 1), "a scan").at(0).record, record_of(1, 3)),
               "a scan gives the whole record");
    });
    commit(store, [](Transaction& t) {
        must_save(t, record_of(1, 4), 3, {{1, "d"}});
        must_save(t, record_of(2, 1), 0, {{1, "b"}, {1, "c"}});
    });
    look(store, [](Transaction& t) {
        expect(got(t.scan(1, "b", "", 1), "a scan").at(0).record.id == id_of(2),
               "a key can move to another record in one transaction");
    });
    commit(store, [](Transaction& t) { must_save(t, record_of(2, 2), 1, {}); });
    look(store, [](Transaction& t) { expect(keys_in(t, 1) == Bytes{"d"}, "an empty list takes all keys away"); });
    drop(store, [](Transaction& t) {
        const Keys keys{{1, ""}};
        expect_refusal(save(t, record_of(3, 1), 0, &keys), Code::internal, "a key is never empty");
    });
}

inline std::vector<Promise> about_records() {
    return {
        {"it keeps every field of a record", keeps_every_field},
        {"it keeps the kinds apart", keeps_kinds_apart},
        {"it keeps bodies byte for byte", keeps_bodies_byte_for_byte},
        {"a transaction reads what it wrote", reads_what_it_wrote},
        {"a dropped transaction leaves nothing", drops_all_of_it},
        {"a transaction for reading writes nothing", writes_nothing_when_reading},
        {"a save that expects another version is a conflict", refuses_other_versions},
        {"a key that belongs to another record is a conflict", key_conflict_leaves_nothing},
        {"keys change as told, and only then", changes_keys_as_told},
    };
}

}  // namespace csp::promises

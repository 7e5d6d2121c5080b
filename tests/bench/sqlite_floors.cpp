#include "sqlite_floors.hpp"

#include <algorithm>
#include <stdexcept>

namespace csp::bench {
namespace {

constexpr const char* lean_tables = R"sql(
CREATE TABLE subscriptions (
    row INTEGER PRIMARY KEY, id BLOB NOT NULL, customer INTEGER NOT NULL, offer INTEGER NOT NULL,
    version INTEGER NOT NULL, due INTEGER, saved_at INTEGER NOT NULL, phase INTEGER NOT NULL,
    quantity INTEGER NOT NULL, reason INTEGER, suspended_on INTEGER, last_day INTEGER,
    term_start INTEGER, term_end INTEGER, anchor INTEGER, opened_on INTEGER, first_billed_on INTEGER, name TEXT
) STRICT;
CREATE UNIQUE INDEX subscriptions_by_id ON subscriptions (id);
CREATE INDEX subscriptions_by_due ON subscriptions (due) WHERE due IS NOT NULL;
CREATE TABLE events (
    position INTEGER PRIMARY KEY, subscription INTEGER NOT NULL, version INTEGER NOT NULL, at INTEGER NOT NULL,
    what INTEGER NOT NULL, actor INTEGER NOT NULL, request BLOB, number INTEGER, day INTEGER, name TEXT
) STRICT;
CREATE UNIQUE INDEX events_by_request ON events (request) WHERE request IS NOT NULL;
)sql";

const BareDatabase& with_lean_tables(BareDatabase& db, const World& world) {
    db.run("BEGIN IMMEDIATE");
    db.run(lean_tables);
    BareStatement insert(db,
                         "INSERT INTO subscriptions (id, customer, offer, version, due, saved_at, phase, quantity, "
                         "term_start, term_end, anchor, opened_on, first_billed_on, name) "
                         "VALUES (?1, 1, 1, 1, ?2, ?3, 1, 25, ?4, ?5, ?4, ?4, ?4, '')");
    std::int64_t number = 0;
    for (const SubscriptionId& id : world.subscriptions) {
        const Date end = days_after(first_day, 300 + number++ % 65);
        insert.id(id.bytes).number(start_of(end).us).number(begin_of_work.us).number(first_day.days).number(end.days);
        insert.finish();
    }
    db.run("COMMIT");
    return db;
}

void require(bool is_so) {
    if (!is_so) { throw std::runtime_error("the record is not as it was left"); }
}

}  // namespace

SameBytes::SameBytes(const std::filesystem::path& file, Durability durability)
    : db_(file, durability),
      begin_(db_, "BEGIN IMMEDIATE"),
      commit_(db_, "COMMIT"),
      load_(db_, "SELECT version, due, saved_at, body FROM records WHERE id = ?1 AND kind = ?2"),
      update_(db_,
              "UPDATE records SET version = ?1, saved_at = ?2, body = ?3 WHERE id = ?4 AND kind = ?5 AND version = ?6"),
      update_and_due_(db_,
                      "UPDATE records SET version = ?1, saved_at = ?2, body = ?3, due = ?7 "
                      "WHERE id = ?4 AND kind = ?5 AND version = ?6"),
      append_(db_, "INSERT INTO events (kind, id, version, at, request, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)") {}

void SameBytes::one(const WrittenRecord& saved, const WrittenEvent& happened) {
    const Record& record = saved.record;
    const auto kind = static_cast<std::int64_t>(record.kind);
    load_.id(record.id).number(kind);
    require(load_.step() && load_.number_at(0) == static_cast<std::int64_t>(saved.expected_version) &&
            !load_.text_at(3).empty());
    load_.again();
    BareStatement& update = saved.moves_due ? update_and_due_ : update_;
    update.number(static_cast<std::int64_t>(record.version)).number(record.saved_at.us).text(saved.body);
    update.id(record.id).number(kind).number(static_cast<std::int64_t>(saved.expected_version));
    if (saved.moves_due) { update.number(record.due.us); }
    update.finish();
    require(sqlite3_changes(db_.get()) == 1);
    const StoredEvent& event = happened.event;
    append_.number(kind).id(event.id).number(static_cast<std::int64_t>(event.version)).number(event.at.us);
    append_.id(event.request.bytes).text(happened.body).finish();
}

void SameBytes::play(const Seen& writes, std::size_t batch) {
    for (std::size_t i = 0; i < writes.records.size(); ++i) {
        if (i % batch == 0) { begin_.finish(); }
        one(writes.records[i], writes.events[i]);
        if ((i + 1) % batch == 0) { commit_.finish(); }
    }
}

LeanSchema::LeanSchema(const std::filesystem::path& file, Durability durability, const World& world)
    : db_(file, durability),
      begin_(with_lean_tables(db_, world), "BEGIN IMMEDIATE"),
      commit_(db_, "COMMIT"),
      load_(db_,
            "SELECT row, version, saved_at, due, phase, quantity, last_day, term_end, opened_on, first_billed_on "
            "FROM subscriptions WHERE id = ?1"),
      change_{BareStatement(db_, "UPDATE subscriptions SET version = ?2, saved_at = ?3, name = ?4 WHERE row = ?1"),
              BareStatement(db_, "UPDATE subscriptions SET version = ?2, saved_at = ?3, quantity = ?4 WHERE row = ?1"),
              BareStatement(db_,
                            "UPDATE subscriptions SET version = ?2, saved_at = ?3, phase = 2, reason = 2, "
                            "suspended_on = ?4, last_day = ?5, due = ?6 WHERE row = ?1"),
              BareStatement(
                  db_, "UPDATE subscriptions SET version = ?2, saved_at = ?3, phase = 1, due = ?4 WHERE row = ?1")},
      append_(db_,
              "INSERT INTO events (subscription, version, at, what, actor, request, number, day, name) "
              "VALUES (?1, ?2, ?3, ?4, 1, ?5, ?6, ?7, ?8)") {}

void LeanSchema::one(const Draw& draw) {
    load_.id(draw.subscription.bytes);
    require(load_.step() && load_.number_at(4) == (draw.wish == Wish::reactivate ? 2 : load_.number_at(4)));
    const std::int64_t row = load_.number_at(0);
    const std::int64_t version = load_.number_at(1) + 1;
    const Date term_end{static_cast<std::int32_t>(load_.number_at(7))};
    load_.again();
    const Date today = date_of(begin_of_work);
    const Date last_day = days_after(today, 90);
    const std::string name = draw.wish == Wish::rename ? name_number(draw.name) : std::string{};
    BareStatement& change = change_[static_cast<std::size_t>(draw.wish)];
    change.number(row).number(version).number(begin_of_work.us);
    switch (draw.wish) {
        case Wish::rename: change.text(name); break;
        case Wish::quantity: change.number(draw.quantity); break;
        case Wish::suspend: change.number(today.days).number(last_day.days).number(end_of(last_day).us); break;
        case Wish::reactivate: change.number(start_of(term_end).us); break;
    }
    change.finish();
    append_.number(row).number(version).number(begin_of_work.us).number(static_cast<std::int64_t>(draw.wish));
    append_.id(draw.request.bytes).number(draw.quantity).number(last_day.days).text(name).finish();
}

void LeanSchema::play(std::span<const Draw> draws, std::size_t batch) {
    for (std::size_t i = 0; i < draws.size(); ++i) {
        if (i % batch == 0) { begin_.finish(); }
        one(draws[i]);
        if ((i + 1) % batch == 0) { commit_.finish(); }
    }
}

}  // namespace csp::bench

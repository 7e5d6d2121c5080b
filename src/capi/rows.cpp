#include "capi/rows.hpp"

#include <algorithm>
#include <variant>

#include "capi/fields/answers.hpp"
#include "capi/take.hpp"
#include "codec/write.hpp"

namespace csp::capi {
namespace {

template <class T>
void add(std::string_view name, const T& value, std::string& json) {
    codec::append_name(name, json);
    codec::append_value(value, json);
}

template <class T>
Row answer_of(const T& value) {
    Row row;
    codec::append_value(value, row.json);
    return row;
}

/// The event under its wire name, with its fields beside it; of a refused command the error.
struct WriteEvent {
    std::string& json;

    template <class Event>
    void operator()(const Event& event) const {
        Nouns::for_each([&]<class S>() {
            if constexpr (std::is_same_v<Event, typename S::Event>) { codec::write_event<S>(event, json); }
        });
        if constexpr (std::is_same_v<Event, CommandRefused>) {
            json += '{';
            add("event", std::string_view("command_refused"), json);
            add("error", event.error, json);
            json += '}';
        }
    }
};

void add_receipt(const Receipt& receipt, std::string& json) {
    codec::append_name("receipt", json);
    json += '{';
    add("kind", receipt.kind, json);
    codec::append_name("id", json);
    codec::append_id(receipt.id, json);
    add("version", receipt.version, json);
    add("at", receipt.at, json);
    add("first_event", receipt.first_event, json);
    add("events", receipt.events, json);
    add("is_repeated", receipt.is_repeated, json);
    json += '}';
}

/// `tell(json)` adds what belongs to it beside the receipt.
template <class Tell>
Row& add_shown(const Receipt& receipt, Secret secret, Rows& rows, Tell tell) noexcept {
    Row& row = rows.emplace_back();
    row.kind = static_cast<std::int32_t>(receipt.kind);
    row.id = receipt.id;
    row.version = receipt.version;
    row.secret = std::move(secret);
    try {
        std::string json = "{";
        add_receipt(receipt, json);
        tell(json);
        json += '}';
        row.json = std::move(json);
    } catch (...) { row.json = "{}"; }  // so short that it needs no memory
    return row;
}

}  // namespace

std::string json_of(const Happening& happening) {
    std::string json = "{";
    add("position", happening.position, json);
    add("kind", happening.kind, json);
    codec::append_name("id", json);
    codec::append_id(happening.id, json);
    add("version", happening.version, json);
    add("at", happening.at, json);
    add("user", happening.user, json);
    add("partner", happening.partner, json);
    add("asker", happening.asker, json);
    add("command", happening.command, json);
    add("request", happening.request, json);
    codec::append_name("what", json);
    std::visit(WriteEvent{json}, happening.event);
    json += '}';
    return json;
}

csp_event event_of(const Happening& happening) {
    csp_event event = CSP_INIT(csp_event);
    event.kind = static_cast<std::int32_t>(happening.kind);
    event.id = c_id(happening.id);
    event.position = happening.position;
    event.version = happening.version;
    event.at_us = happening.at.us;
    event.partner = c_id(happening.partner.bytes);
    event.asker = c_id(happening.asker.bytes);
    event.request = c_id(happening.request.bytes);
    event.user = c_str(happening.user);
    event.command = c_str(happening.command);
    event.name = c_str(name_of(happening));
    return event;
}

csp_availability c_availability(const Availability& answer) {
    csp_availability told{};
    told.is_available = answer.reasons.empty() ? 1 : 0;
    told.offer = c_id(answer.offer.bytes);
    told.name = c_str(answer.name);
    if (answer.unit_price) {
        told.has_price = 1;
        told.unit_price.minor = answer.unit_price->amount_minor;
        const std::string_view code = answer.unit_price->currency.text();
        std::copy(code.begin(), code.end(), told.unit_price.currency.code);
    }
    if (answer.reasons.empty()) { return told; }
    const Error& first = answer.reasons.front();
    told.rule = c_str(first.rule);
    told.reason = c_str(first.reason);
    told.sentence = c_str(first.sentence);
    return told;
}

csp_receipt c_receipt(const Receipt& receipt) {
    csp_receipt told{};
    told.kind = static_cast<std::int32_t>(receipt.kind);
    told.id = c_id(receipt.id);
    told.version = receipt.version;
    told.at_us = receipt.at.us;
    told.first_event = receipt.first_event;
    told.events = receipt.events;
    told.is_repeated = receipt.is_repeated ? 1 : 0;
    return told;
}

Row row_of(const Happening& happening) {
    return Row{.what = CSP_ROW_EVENT,
               .kind = static_cast<std::int32_t>(happening.kind),
               .id = happening.id,
               .version = happening.version,
               .json = json_of(happening),
               .happening = std::make_shared<const Happening>(happening)};
}
Row row_of(const ChargeRecorded& charge) {
    Row row = answer_of(charge);
    row.what = CSP_ROW_CHARGE;
    return row;
}
Row row_of(const Coming& coming) {
    Row row{.what = CSP_ROW_COMING,
            .kind = static_cast<std::int32_t>(coming.kind),
            .id = coming.id,
            .next_due = coming.at,
            .json = "{"};
    add("at", coming.at, row.json);
    add("command", coming.command, row.json);
    row.json += '}';
    return row;
}
Row row_of(const Availability& answer) {
    Row row = answer_of(answer);
    row.kind = CSP_KIND_OFFER;
    row.id = answer.offer.bytes;
    row.availability = std::make_shared<const Availability>(answer);
    return row;
}
Row row_of(const LineReview& answer) { return answer_of(answer); }
Row row_of(const SignIn& answer) { return answer_of(answer); }
Row row_of(const DesignatedContact& answer) { return answer_of(answer); }
Row row_of(const PartnershipLine& answer) {
    Row row = answer_of(answer);
    row.kind = CSP_KIND_PARTNERSHIP;
    row.id = answer.id.bytes;
    return row;
}
Row row_of(const LineCancellation& answer) { return answer_of(answer); }
Row row_of(const SoftwareItem& answer) {
    Row row = answer_of(answer);
    row.kind = CSP_KIND_ENTITLEMENT;
    row.id = answer.id.bytes;
    return row;
}
Row row_of(const SoftwareUser& answer) { return answer_of(answer); }
Row row_of(const ActivityEntry& answer) { return answer_of(answer); }
Row row_of(const ChargeEntry& answer) { return answer_of(answer); }
Row row_of(const Expected& answer) { return answer_of(answer); }
Row row_of(const Choice& answer) { return answer_of(answer); }
Row row_of(const SupportForm& answer) { return answer_of(answer); }
Row row_of(const ResellerShare& answer) { return answer_of(answer); }
Row row_of(const Error& answer) { return answer_of(answer); }
Row row_of(std::string file) { return Row{.json = "{}", .text = std::move(file)}; }

void add_rows(SoftwareCancellation answer, Rows& rows) noexcept {
    add_shown(answer.receipt, {}, rows, [&](std::string& json) { add("cancelled", answer.cancelled, json); });
}
void add_rows(DeliveredKeys answer, Rows& rows) noexcept {
    add_shown(answer.receipt, std::move(answer.key), rows, [](std::string&) {});
}
void add_rows(DeliveredLink answer, Rows& rows) noexcept {
    Row& row = add_shown(answer.receipt, std::move(answer.url), rows, [&](std::string& json) {
        add("link", answer.link, json);
        add("downloads_left", answer.downloads_left, json);
        add("end", answer.end, json);
    });
    row.kind = CSP_KIND_DOWNLOAD_LINK;
    row.id = answer.link.bytes;
}
void add_rows(SetupInfo answer, Rows& rows) noexcept {
    add_shown(answer.receipt, std::move(answer.password), rows,
              [&](std::string& json) { add("user_name", answer.user_name, json); });
}
void add_rows(PartnershipDraft answer, Rows& rows) noexcept {
    add_shown(answer.receipt, std::move(answer.text), rows, [&](std::string& json) {
        add("shown", std::string_view("message"), json);
        add("reseller_email", answer.reseller_email, json);
        add("subject", answer.subject, json);
    });
    add_shown(answer.receipt, std::move(answer.link), rows,
              [](std::string& json) { add("shown", std::string_view("link"), json); });
}
void add_rows(const std::vector<Error>& problems, Rows& rows) noexcept {
    try {
        for (const Error& problem : problems) { rows.push_back(row_of(problem)); }
    } catch (...) { return; }  // the list is in; its report says how many there were
}
Row row_of(SetupInfo answer) {
    Rows rows;
    rows.reserve(1);
    add_rows(std::move(answer), rows);
    return std::move(rows.front());
}

}  // namespace csp::capi

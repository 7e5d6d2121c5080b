#include "capi/rows.hpp"

#include <algorithm>
#include <variant>

#include "capi/fields/answers.hpp"
#include "capi/take.hpp"
#include "codec/write.hpp"

namespace csp::capi {
namespace {

csp_str c_str(std::string_view text) { return csp_str{text.data(), text.size()}; }

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

Row row_with(const Receipt& receipt) {
    Row row{.kind = static_cast<std::int32_t>(receipt.kind), .id = receipt.id, .version = receipt.version};
    row.json = "{";
    add_receipt(receipt, row.json);
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
Row row_of(const Relationship& answer) {
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

Row row_of(SoftwareCancellation answer) {
    Row row = row_with(answer.receipt);
    add("cancelled", answer.cancelled, row.json);
    row.json += '}';
    return row;
}
Row row_of(DeliveredKeys answer) {
    Row row = row_with(answer.receipt);
    row.json += '}';
    row.secret = std::move(answer.key);
    return row;
}
Row row_of(DeliveredLink answer) {
    Row row = row_with(answer.receipt);
    add("link", answer.link, row.json);
    add("downloads_left", answer.downloads_left, row.json);
    add("end", answer.end, row.json);
    row.json += '}';
    row.kind = CSP_KIND_DOWNLOAD_LINK;
    row.id = answer.link.bytes;
    row.secret = std::move(answer.url);
    return row;
}
Row row_of(SetupInfo answer) {
    Row row = row_with(answer.receipt);
    add("user_name", answer.user_name, row.json);
    row.json += '}';
    row.secret = std::move(answer.password);
    return row;
}
std::pair<Row, Row> rows_of(PartnershipDraft answer) {
    Row message = row_with(answer.receipt);
    add("shown", std::string_view("message"), message.json);
    add("reseller_email", answer.reseller_email, message.json);
    add("subject", answer.subject, message.json);
    message.json += '}';
    message.secret = std::move(answer.text);
    Row link = row_with(answer.receipt);
    add("shown", std::string_view("link"), link.json);
    link.json += '}';
    link.secret = std::move(answer.link);
    return {std::move(message), std::move(link)};
}

}  // namespace csp::capi

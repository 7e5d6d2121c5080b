#include "capi/take.hpp"

#include <algorithm>
#include <cstring>

#include "base/utf8.hpp"

namespace csp::capi {
namespace {

constexpr std::uint32_t every_role = 1023;

/// The letters before the first NUL; none may stand behind it.
template <std::size_t Size>
bool take_letters(const char (&from)[Size], std::string_view& to, Wrong& wrong) {
    const auto* end = std::find(std::begin(from), std::end(from), '\0');
    if (!std::all_of(end, std::end(from), [](char letter) { return letter == '\0'; }) || end == std::end(from)) {
        return wrong.is("a code is capital letters and then NUL");
    }
    to = std::string_view(from, static_cast<std::size_t>(end - from));
    return true;
}

}  // namespace

bool take_view(const csp_str& from, std::string_view& to, std::size_t most, Wrong& wrong) {
    if (from.size > most) { return wrong.is("the text is longer than " + std::to_string(most) + " bytes"); }
    if (from.size == 0) { return true; }
    if (from.data == nullptr) { return wrong.is("its data must not be NULL"); }
    const std::string_view text(from.data, from.size);
    if (!is_utf8(text)) { return wrong.is("the text is not UTF-8"); }
    if (text.find('\0') != std::string_view::npos) { return wrong.is("a NUL stands inside the text"); }
    to = text;
    return true;
}

bool take_bytes_of(const csp_str& from, std::string_view& to, Wrong& wrong) {
    if (from.size > longest_import) { return wrong.is("it is longer than a gigabyte"); }
    if (from.data == nullptr && from.size != 0) { return wrong.is("its data must not be NULL"); }
    if (from.size != 0) { to = std::string_view(from.data, from.size); }
    return true;
}

bool take_text(const csp_str* from, std::string_view& to, std::string_view name, Wrong& wrong) {
    return within(is_there(from, wrong) && take_view(*from, to, longest_text, wrong), name, wrong);
}

bool take_value(const csp_str& from, std::string& to, Wrong& wrong) {
    std::string_view text;
    if (!take_view(from, text, longest_text, wrong)) { return false; }
    if (!text.empty()) { to.assign(text); }
    return true;
}

bool take_value(csp_bool from, bool& to, Wrong& wrong) {
    if (from == 0) { return true; }
    to = from == CSP_YES;
    return to || from == CSP_NO || wrong.is("it is none of CSP_YES, CSP_NO and 0");
}

bool take_value(csp_day from, Date& to, Wrong& wrong) {
    if (from < first_date.days || from > last_date.days) { return wrong.is("the day lies outside 1970-9999"); }
    if (from != 0) { to = Date{from}; }
    return true;
}

bool take_value(std::int64_t from, Instant& to, Wrong& wrong) {
    if (from == 0) { return true; }
    return keep(instant_from_us(from), to, wrong);
}

bool take_value(const csp_country& from, Country& to, Wrong& wrong) {
    std::string_view code;
    if (!take_letters(from.code, code, wrong)) { return false; }
    return code.empty() || keep(read_country(code), to, wrong);
}

bool take_value(const csp_currency& from, Currency& to, Wrong& wrong) {
    std::string_view code;
    if (!take_letters(from.code, code, wrong)) { return false; }
    return code.empty() || keep(read_currency(code), to, wrong);
}

bool take_value(const csp_money& from, Money& to, Wrong& wrong) {
    to.amount_minor = from.minor;
    return take_field("currency", from.currency, to.currency, wrong) && take_reserved(from.reserved, wrong);
}

bool take_value(const csp_term& from, Term& to, Wrong& wrong) {
    return take_field("start", from.start, to.start, wrong) && take_field("end", from.end, to.end, wrong);
}

AnyId id_from(const csp_id& id) {
    AnyId made{};
    std::memcpy(made.data, id.bytes, sizeof id.bytes);
    return made;
}
csp_id c_id(const AnyId& id) {
    csp_id made{};
    std::memcpy(made.bytes, id.data, sizeof made.bytes);
    return made;
}

namespace {

/// Who asked before: that text was looked at then.
bool take_user(const csp_str& from, std::string& to, Wrong& wrong) {
    if (from.data != nullptr && std::string_view(from.data, from.size) == to) { return true; }
    to.clear();
    return take_value(from, to, wrong);
}

}  // namespace

bool take_actor(const csp_actor* from, Actor& to, Wrong& wrong) {
    csp_actor whole{};
    if (!take_sized(from, whole, wrong)) { return false; }
    if ((whole.roles & ~every_role) != 0) { return within(wrong.is("it has a role that is none"), "roles", wrong); }
    to.roles = Roles::of_bits(static_cast<std::uint16_t>(whole.roles));
    return take_field("partner", whole.partner, to.partner, wrong) &&
           within(take_user(whole.user, to.user, wrong), "user", wrong);
}

bool take_request(const csp_request* from, Request& to, Wrong& wrong) {
    csp_request whole{};
    if (!take_sized(from, whole, wrong)) { return false; }
    to.expected_version = whole.expected_version;
    return within(take_actor(whole.by, to.by, wrong), "by", wrong) && take_field("id", whole.id, to.id, wrong);
}

}  // namespace csp::capi

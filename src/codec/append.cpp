#include "codec/append.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.hpp"

namespace csp::codec {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view hex_digits = "0123456789abcdef";

void append_escape(char letter, std::string& out) {
    switch (letter) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\b': out += "\\b"; return;
        case '\f': out += "\\f"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default: {
            const auto code = static_cast<unsigned char>(letter);
            out += "\\u00";
            out += hex_digits[code >> 4U];
            out += hex_digits[code & 15U];
        }
    }
}

template <class Number>
void append_digits(Number number, std::string& out) {
    std::array<char, 24> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), written.ptr);
}

}  // namespace

void append_text(std::string_view text, std::string& out) {
    out += '"';
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length_as_it_is = unescaped_length(text.substr(at));
        out.append(text, at, length_as_it_is);
        at += length_as_it_is;
        if (at == text.size()) { break; }
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            append_escape(text[at++], out);
        } else if (const std::size_t length = utf8_length(text.substr(at)); length > 0) {
            out.append(text, at, length);
            at += length;
        } else {
            out += replacement;
            ++at;
        }
    }
    out += '"';
}

void append_plain(std::string_view text, std::string& out) {
    out += '"';
    out += text;
    out += '"';
}

void append_number(std::int64_t number, std::string& out) { append_digits(number, out); }
void append_number(std::uint64_t number, std::string& out) { append_digits(number, out); }

void append_id(const AnyId& id, std::string& out) {
    if (id.is_nil()) {
        out += "null";
        return;
    }
    constexpr std::string_view shape = "\"00000000-0000-0000-0000-000000000000\"";
    std::array<char, shape.size()> text{};
    std::copy(shape.begin(), shape.end(), text.begin());
    constexpr std::array<std::uint8_t, sizeof id.data> places{1,  3,  5,  7,  10, 12, 15, 17,
                                                              20, 22, 25, 27, 29, 31, 33, 35};
    for (std::size_t byte = 0; byte < places.size(); ++byte) {
        text[places[byte]] = hex_digits[id.data[byte] >> 4U];
        text[places[byte] + std::size_t{1}] = hex_digits[id.data[byte] & 15U];
    }
    out.append(text.data(), text.size());
}

void append_date(Date day, std::string& out) { append_plain(text_of(day), out); }
void append_instant(Instant at, std::string& out) { append_plain(text_of(at), out); }

void append_country(Country country, std::string& out) {
    if (country.text().empty()) {
        out += "null";
    } else {
        append_plain(country.text(), out);
    }
}

void append_currency(Currency currency, std::string& out) {
    if (currency.text().empty()) {
        out += "null";
    } else {
        append_plain(currency.text(), out);
    }
}

void append_money(Money money, std::string& out) {
    if (money.currency.text().empty()) {
        out += "null";
        return;
    }
    const std::string text = text_of(money);  // "USD 12.50"
    out += "{\"amount\":";
    append_plain(std::string_view(text).substr(money.currency.text().size() + 1), out);
    out += ",\"currency\":";
    append_plain(money.currency.text(), out);
    out += '}';
}

}  // namespace csp::codec

// Writes single values as JSON straight behind a text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "csp/id.hpp"
#include "csp/market.hpp"
#include "csp/money.hpp"
#include "csp/time.hpp"

namespace csp::codec {

/// In quotes, escaped. What is not UTF-8 becomes U+FFFD, one for each byte.
void append_text(std::string_view text, std::string& out);
/// In quotes; for texts that are known to need no escape.
void append_plain(std::string_view text, std::string& out);
void append_number(std::int64_t number, std::string& out);
void append_number(std::uint64_t number, std::string& out);
void append_id(const AnyId& id, std::string& out);
void append_date(Date day, std::string& out);
void append_instant(Instant at, std::string& out);
void append_country(Country country, std::string& out);
void append_currency(Currency currency, std::string& out);
void append_money(Money money, std::string& out);

}  // namespace csp::codec

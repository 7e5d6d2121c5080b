// Comma-separated values.
#include "codec/csv.hpp"

#include <doctest/doctest.h>

using csp::codec::rows_of;
using Fields = std::vector<std::string>;

TEST_CASE("lines end with LF or CRLF, the last one with the file, and empty ones are skipped") {
    const auto rows = rows_of("a,b\r\nc,\n\r\n\n,d");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].fields == Fields{"a", "b"});
    CHECK(rows[1].fields == Fields{"c", ""});
    CHECK(rows[2].fields == Fields{"", "d"});
    CHECK(rows[2].line == 5);
    CHECK(rows_of("").empty());
    CHECK(rows_of("a,").front().fields == Fields{"a", ""});
}

TEST_CASE("a field in quotes may hold commas, quotes and line ends") {
    const auto rows = rows_of("\"a,\"\"b\"\"\",\"c\r\nd\"\n\"\"\n");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].fields == Fields{"a,\"b\"", "c\r\nd"});
    CHECK(rows[1].fields == Fields{""});
    CHECK(rows[1].line == 3);
}

TEST_CASE("a line with a quote in the wrong place is told, and the next one is read") {
    const auto rows = rows_of("a\"b,c\nd\n\"e\"f\ng");
    REQUIRE(rows.size() == 4);
    CHECK_FALSE(rows[0].complaint.empty());
    CHECK(rows[1].fields == Fields{"d"});
    CHECK_FALSE(rows[2].complaint.empty());
    CHECK(rows[3].line == 4);
    CHECK(rows[3].complaint.empty());
}

TEST_CASE("a quote that is never closed takes the rest of the file with it, and says so") {
    const auto rows = rows_of("a\n\"b\nc\n");
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].line == 2);
    CHECK(rows[1].complaint == "a quote is never closed");
}

TEST_CASE("a carriage return alone is a letter") { CHECK(rows_of("a\rb").front().fields == Fields{"a\rb"}); }

#include "base/malformed.hpp"

#include <doctest/doctest.h>

using namespace csp;

TEST_CASE("a malformed value is refused with its rule, reason, sentence and field") {
    const Error error = malformed("CONV-1", "no_such_day", "it is 31", "lines[1].day");
    CHECK(error.code == Code::invalid);
    CHECK(error.rule == "CONV-1");
    CHECK(error.reason == "no_such_day");
    CHECK(error.sentence == "it is 31");
    CHECK(error.field == "lines[1].day");
}

TEST_CASE("quoted text is one short line whatever it was") {
    CHECK(quoted("") == "\"\"");
    CHECK(quoted("a b~") == "\"a b~\"");
    CHECK(quoted("a\nb\x7f\xff") == "\"a?b??\"");
    CHECK(quoted(std::string(40, 'x')) == '"' + std::string(40, 'x') + '"');
    CHECK(quoted(std::string(41, 'x')) == '"' + std::string(40, 'x') + "...\"");
}

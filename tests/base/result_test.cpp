#include "csp/result.hpp"

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <memory>

using namespace csp;

namespace {

Error some_error() {
    return Error{.code = Code::refused, .rule = "SUS-09", .reason = "window_expired", .sentence = "it is too late"};
}

/// Runs it in a child process and tells whether it ended by abort().
template <class Crime>
bool ends_the_program(Crime crime) {
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL);  // not doctest's
        crime();
        _exit(0);
    }
    int status = 0;
    return waitpid(child, &status, 0) == child && WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

}  // namespace

TEST_CASE("a result holds the value that was asked for") {
    Result<std::string> answer = std::string("yes");
    REQUIRE(answer);
    CHECK(*answer == "yes");
    CHECK(answer->size() == 3);
    CHECK(std::move(answer).value() == "yes");
}

TEST_CASE("a result holds the one reason why not") {
    const Result<std::string> answer = some_error();
    REQUIRE_FALSE(answer.has_value());
    CHECK(answer.error() == some_error());
}

TEST_CASE("a result can be built in its place") {
    const Result<std::string> answer(std::in_place, std::size_t{3}, 'x');
    CHECK(answer.value() == "xxx");
}

TEST_CASE("a result takes values that can only be moved, and neither loses nor doubles them") {
    const auto counter = std::make_shared<int>(7);
    {
        Result<std::shared_ptr<int>> first = counter;
        Result<std::shared_ptr<int>> second = std::move(first);
        CHECK(counter.use_count() == 2);
        second = Result<std::shared_ptr<int>>(some_error());
        CHECK(counter.use_count() == 1);
        CHECK(second.error().rule == "SUS-09");
        second = Result<std::shared_ptr<int>>(counter);
        CHECK(counter.use_count() == 2);
    }
    CHECK(counter.use_count() == 1);
    Result<std::unique_ptr<int>> only_moved = std::make_unique<int>(7);
    CHECK(*std::move(only_moved).value() == 7);
}

TEST_CASE("a result moved onto itself stays what it was") {
    Result<std::string> answer = std::string("yes");
    Result<std::string>& same = answer;
    answer = std::move(same);
    CHECK(answer.value() == "yes");
}

TEST_CASE("reading the wrong side of a result ends the program") {
    CHECK(ends_the_program([] { (void)Result<int>(some_error()).value(); }));
    CHECK(ends_the_program([] { (void)Result<int>(1).error(); }));
    CHECK_FALSE(ends_the_program([] { (void)Result<int>(1).value(); }));
}

TEST_CASE("reading the reason of a refusal that was moved on ends the program") {
    CHECK(ends_the_program([] {
        Result<int> first = some_error();
        const Result<int> second = std::move(first);
        (void)first.error();
    }));
}

TEST_CASE("every code has its name, and a number of a newer csp is unknown") {
    CHECK(name_of(Code::invalid) == "invalid");
    CHECK(name_of(Code::not_found) == "not_found");
    CHECK(name_of(Code::forbidden) == "forbidden");
    CHECK(name_of(Code::refused) == "refused");
    CHECK(name_of(Code::conflict) == "conflict");
    CHECK(name_of(Code::storage) == "storage");
    CHECK(name_of(Code::busy) == "busy");
    CHECK(name_of(Code::unsupported) == "unsupported");
    CHECK(name_of(Code::internal) == "internal");
    CHECK(name_of(static_cast<Code>(200)) == "unknown");
}

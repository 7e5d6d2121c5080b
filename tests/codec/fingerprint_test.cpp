// The fingerprint of a command: the same for the same, another for another.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "codec/codec.hpp"
#include "codec/generate.hpp"
#include "codec/nouns.hpp"

using namespace csp;
using namespace csp::test;

TEST_CASE_TEMPLATE("the same command has the same fingerprint, another has another", S, CSP_TEST_NOUNS) {
    Alternatives<typename S::Command>::each([]<class Command>() {
        const bool is_good = rc::check(std::string(Command::name), [] {
            const typename S::Command command = any_value<Command>();
            const typename S::Command other = any_value<Command>();
            const Id<S> target{any_id()};
            const auto fingerprint = codec::fingerprint_of<S>(target, command, 1);
            RC_ASSERT(fingerprint == codec::fingerprint_of<S>(target, command, 1));
            RC_ASSERT((fingerprint == codec::fingerprint_of<S>(target, other, 1)) == (command == other));
            RC_ASSERT(fingerprint != codec::fingerprint_of<S>(target, command, 2));
        });
        CHECK_MESSAGE(is_good, Command::name);
    });
}

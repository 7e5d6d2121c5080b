// The rows of the report: what was measured, beside its floor and its aim.
#pragma once

#include <optional>
#include <string>

#include "rounds.hpp"

namespace csp::bench {

/// What is to be reached. `at_most` and `at_least` are limits of the number in the row.
struct Aim {
    std::optional<double> at_most{};
    std::optional<double> at_least{};
};

void print_heading(const std::string& subject);
/// "  csp against the table   csp 17.2 ns   table 14.1 ns   1.22 (1.19-1.27)   aim <= 1.25   pass"
void print_ratio(const Times& times, const Times& floor, const Aim& aim = {});
/// Throughput of `times` over throughput of `floor`: the ratio the other way round.
void print_throughput(const Times& times, const Times& floor, const Aim& aim = {});
void print_number(const std::string& what, double number, const std::string& unit, const Aim& aim = {});

/// How many rows have missed their aim so far.
int misses();

}  // namespace csp::bench

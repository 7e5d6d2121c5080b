#include "report.hpp"

#include <cstdio>

namespace csp::bench {
namespace {

int missed = 0;

std::string formatted(const char* format, double number) {
    char text[48];
    std::snprintf(text, sizeof text, format, number);
    return text;
}

/// "98 ns", "1.25 us", "3.1 ms": three digits that matter.
std::string duration(double ns) {
    const char* unit = "ns";
    for (const char* larger : {"us", "ms", "s"}) {
        if (ns < 1'000) { break; }
        ns /= 1'000;
        unit = larger;
    }
    return formatted("%.3g ", ns) + unit;
}

std::string verdict(double number, const Aim& aim) {
    if (!aim.at_most && !aim.at_least) { return ""; }
    const bool is_met = (!aim.at_most || number <= *aim.at_most) && (!aim.at_least || number >= *aim.at_least);
    if (!is_met) { ++missed; }
    const std::string limit = aim.at_most && aim.at_least ? formatted("= %g", *aim.at_most)
                              : aim.at_most               ? formatted("<= %g", *aim.at_most)
                                                          : formatted(">= %.10g", *aim.at_least);
    return "  aim " + limit + (is_met ? "  pass" : "  MISS");
}

void print_spread(const Times& times, const Times& floor, const Spread& ratio, const char* kind, const Aim& aim) {
    std::printf("  %-44s %9s  %-36s %9s  %s %.2f (%.2f-%.2f)%s\n", times.name.c_str(),
                duration(spread_of(times.ns).median).c_str(), floor.name.c_str(),
                duration(spread_of(floor.ns).median).c_str(), kind, ratio.median, ratio.least, ratio.most,
                verdict(ratio.median, aim).c_str());
    std::fflush(stdout);
}

}  // namespace

void print_heading(const std::string& subject) {
    std::printf("\n%s\n", subject.c_str());
    std::fflush(stdout);
}

void print_ratio(const Times& times, const Times& floor, const Aim& aim) {
    print_spread(times, floor, ratio_of(times, floor), "time x", aim);
}

void print_throughput(const Times& times, const Times& floor, const Aim& aim) {
    print_spread(times, floor, ratio_of(floor, times), "throughput x", aim);
}

void print_number(const std::string& what, double number, const std::string& unit, const Aim& aim) {
    std::printf("  %-44s %9s %s%s\n", what.c_str(), formatted("%.9g", number).c_str(), unit.c_str(),
                verdict(number, aim).c_str());
    std::fflush(stdout);
}

int misses() { return missed; }

}  // namespace csp::bench

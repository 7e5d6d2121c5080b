#include "rounds.hpp"

#include <algorithm>
#include <ctime>

namespace csp::bench {
namespace {

double ns_now(Watch watch) {
    timespec now{};
    clock_gettime(watch == Watch::processor ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

double ns_of_one_play(const Contender& contender, Watch watch) {
    contender.before();
    const double begin = ns_now(watch);
    contender.play();
    return (ns_now(watch) - begin) / static_cast<double>(contender.units);
}

}  // namespace

std::vector<Times> in_turns(std::span<const Contender> contenders, int rounds, Watch watch) {
    std::vector<Times> times;
    for (const auto& contender : contenders) { times.push_back(Times{contender.name}); }
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t turn = 0; turn < contenders.size(); ++turn) {
            const std::size_t who = (static_cast<std::size_t>(round) + turn) % contenders.size();
            times[who].ns.push_back(ns_of_one_play(contenders[who], watch));
        }
    }
    return times;
}

Spread spread_of(std::vector<double> numbers) {
    std::sort(numbers.begin(), numbers.end());
    return Spread{numbers[numbers.size() / 2], numbers.front(), numbers.back()};
}

Spread ratio_of(const Times& a, const Times& b) {
    std::vector<double> ratios;
    for (std::size_t round = 0; round < a.ns.size(); ++round) { ratios.push_back(a.ns[round] / b.ns[round]); }
    return spread_of(std::move(ratios));
}

}  // namespace csp::bench

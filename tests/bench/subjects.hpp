// The subjects of the report; each prints its rows. Those with a folder put their databases there.
#pragma once

#include <filesystem>

namespace csp::bench {

void bench_decision();
void bench_memory();
void bench_billing();
void bench_c();
void bench_sqlite(const std::filesystem::path& folder);
void bench_growth_in_memory();
void bench_growth_in_sqlite(const std::filesystem::path& folder);

/// For counting instructions: 20,000 commands in memory by the engine or by the floor, and nothing else in
/// play_engine and play_floor.
void play_memory_once(bool is_floor);

}  // namespace csp::bench

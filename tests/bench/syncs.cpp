// SQLite finds these two before those of the C library, because the program comes first.
#include "syncs.hpp"

#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>

namespace {
std::atomic<std::uint64_t> count{0};
}

std::uint64_t csp::bench::syncs() { return count.load(); }

extern "C" int fdatasync(int file) {
    ++count;
    return static_cast<int>(syscall(SYS_fdatasync, file));
}

extern "C" int fsync(int file) {
    ++count;
    return static_cast<int>(syscall(SYS_fsync, file));
}

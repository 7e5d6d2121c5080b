#include "statement_steps.hpp"

#include <sqlite3.h>

#include <vector>

namespace csp::bench {
namespace {

std::vector<sqlite3*> connections;

int notice(sqlite3* db, const char**, const sqlite3_api_routines*) {
    connections.push_back(db);
    return SQLITE_OK;
}

std::uint64_t counted(sqlite3_stmt* statement, int what) {
    return static_cast<std::uint64_t>(sqlite3_stmt_status(statement, what, 1));
}

}  // namespace

void watch_connections() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(notice)); }

StatementSteps steps_of_statements() {
    StatementSteps steps;
    for (sqlite3* db : connections) {
        for (sqlite3_stmt* one = sqlite3_next_stmt(db, nullptr); one != nullptr; one = sqlite3_next_stmt(db, one)) {
            steps.machine += counted(one, SQLITE_STMTSTATUS_VM_STEP);
            steps.scanned += counted(one, SQLITE_STMTSTATUS_FULLSCAN_STEP);
        }
    }
    return steps;
}

void forget_connections() {
    sqlite3_reset_auto_extension();
    connections.clear();
}

}  // namespace csp::bench

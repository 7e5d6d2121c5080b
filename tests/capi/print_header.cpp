// capi/csp_commands.h: constants, one struct and three functions for each command.
#include <sstream>

#include "engine/authority.hpp"
#include "print.hpp"

namespace csp::capi {
namespace {

constexpr std::size_t line_letters = 116;

std::string constant_of(const CEnum& made, const std::string& name) {
    return "CSP_" + upper(made.c_name.substr(4)) + "_" + upper(name);
}

void print_enum(const CEnum& made, std::ostringstream& out) {
    out << "typedef int32_t " << made.c_name << ";\nenum {\n";
    for (std::size_t i = 0; i < made.constants.size(); ++i) {
        const auto& [name, number] = made.constants[i];
        out << "    " << constant_of(made, name) << " = " << (number == 0 ? -1 : number)
            << (i + 1 == made.constants.size() ? "" : ",") << (number == 0 ? " /* stored as 0 */" : "") << '\n';
    }
    out << "};\nCSP_API const char* " << made.c_name << "_name(" << made.c_name << " number);\n\n";
}

void print_struct(const CStruct& made, std::ostringstream& out) {
    out << "typedef struct " << made.c_name << " {\n";
    for (const CField& field : laid_out(made)) {
        out << "    " << field.c_type << ' ' << field.c_name << ';';
        if (!field.otherwise.empty()) { out << " /* 0: " << field.otherwise << " */"; }
        out << '\n';
    }
    out << "} " << made.c_name << ";\n";
}

/// Words of a comment, on as many lines as they need.
void print_wrapped(const std::string& text, std::ostringstream& out) {
    std::istringstream words(text);
    std::string line;
    for (std::string word; words >> word;) {
        if (line.size() + word.size() + 1 > line_letters) {
            out << " *" << line << '\n';
            line.clear();
        }
        line += ' ' + word;
    }
    out << " *" << line << '\n';
}

std::string moves_of(const CCommand& command) {
    std::string text;
    for (const MoveText& move : command.moves) {
        text += (text.empty() ? "" : ", ") + std::string(move.from) + " -> " + std::string(move.to) + " (" +
                std::string(move.rule) + ")";
    }
    return text.empty() ? "always refused" : text;
}

std::string roles_of(const CCommand& command) {
    std::set<std::string_view> named;
    for (const auto& line : engine::authority_table()) {
        if (line.noun != command.noun || line.command != command.name) { continue; }
        for (const auto& [relation, roles] : line.roles) { named.insert(roles.begin(), roles.end()); }
    }
    std::string text;
    for (const auto role : named) { text += (text.empty() ? "" : ", ") + std::string(role); }
    return text;
}

void print_functions(const CCommand& command, std::ostringstream& out) {
    const std::string words =
        "const csp_request* request,\n    const csp_id* record, const " + command.fields.c_name + "* command, ";
    out << "CSP_API csp_status csp_" << command.function << "(csp_engine* engine, " << words
        << "csp_receipt* receipt_out,\n    csp_error* error);\n"
        << "CSP_API csp_status csp_preview_" << command.function << "(csp_engine* engine, " << words
        << "csp_cursor** cursor_out,\n    csp_error* error);\n"
        << "CSP_API csp_status csp_batch_" << command.function << "(csp_batch* batch, " << words
        << "uint64_t* place_out,\n    csp_error* error);\n\n";
}

}  // namespace

std::string header_text(const Schema& schema) {
    std::ostringstream out;
    out << "/* csp_commands.h - every command of every noun. " << printed_line << R"(
 *
 * Each command is a struct and three functions. csp_X does it, csp_preview_X answers what it would do (events, charges
 * and deadlines as rows) and stores nothing, csp_batch_X puts it into a batch, where `place_out` (may be NULL) is the
 * number of its answer. `record` may be NULL where the command makes a new record, whose id is then in the receipt. A
 * `command` without fields may be NULL. NULL for a nested struct, a list of none or an optional value: the default.
 * The lines above each struct are rows of the table (from -> to, rule) and the roles that may ask.
 */
// clang-format off
#ifndef CSP_COMMANDS_H
#define CSP_COMMANDS_H
#include "csp_values.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- constants; 0 is the default of a field, so what csp stores as 0 is -1 here ------------------------ */
)";
    for (const CEnum& made : schema.enums) { print_enum(made, out); }
    out << "/* ---- parts of commands -------------------------------------------------------------------------- */\n";
    for (const CStruct& made : schema.structs) {
        print_struct(made, out);
        out << '\n';
    }
    std::string noun;
    for (const CCommand& command : schema.commands) {
        if (noun != command.noun) { out << "/* ---- " << command.noun << " ---- */\n\n"; }
        noun = command.noun;
        out << "/* " << command.name << "\n";
        print_wrapped(moves_of(command), out);
        print_wrapped("Asked by: " + roles_of(command), out);
        out << " */\n";
        print_struct(command.fields, out);
        print_functions(command, out);
    }
    out << "/* ---- the pages of the new-customer wizard; csp_wizard.h has its functions ---- */\n\n";
    for (const CStruct& made : schema.pages) {
        print_struct(made, out);
        out << '\n';
    }
    out << "#ifdef __cplusplus\n}\n#endif\n#endif\n";
    return out.str();
}

}  // namespace csp::capi

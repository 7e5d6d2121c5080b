// The sources behind capi/csp_commands.h, one file a noun, and the tables that the tests go through.
#include <sstream>

#include "print.hpp"

namespace csp::capi {
namespace {

std::string opening(const std::string& what) { return "// " + what + " " + printed_line + "\n// clang-format off\n"; }

void print_take(const CStruct& made, std::ostringstream& out) {
    const bool is_plain = made.fields.empty() && laid_out(made).size() <= 2;
    out << "bool take(const " << made.c_name << "& from, " << made.cpp_name << "& " << (is_plain ? "" : "to")
        << ", Wrong& wrong) {\n    return ";
    bool is_first = true;
    for (const CField& field : laid_out(made)) {
        if (field.c_name == "size" || field.c_name.ends_with("_count")) { continue; }
        out << (is_first ? "" : " &&\n        ");
        is_first = false;
        if (field.name.empty()) {
            out << "take_reserved(from." << field.c_name << ", wrong)";
        } else if (field.is_list) {
            out << "take_list(\"" << field.name << "\", from." << field.c_name << ", from." << field.c_name
                << "_count, to." << field.name << ", wrong)";
        } else {
            out << "take_field(\"" << field.name << "\", from." << field.c_name << ", to." << field.name << ", wrong)";
        }
    }
    out << ";\n}\n";
}

void print_commands_of(const std::string& noun, const Schema& schema, std::ostringstream& out) {
    for (const CCommand& command : schema.commands) {
        if (command.noun != noun) { continue; }
        const std::string taken = "asking<" + command.noun_cpp + ", " + command.fields.cpp_name +
                                  ">(record, command, " + (command.begins ? "true, " : "false, ") +
                                  (command.fields.fields.empty() ? "true" : "false") + ")";
        const std::string words =
            ", const csp_request* request, const csp_id* record,\n    const " + command.fields.c_name + "* command, ";
        out << "\ncsp_status csp_" << command.function << "(csp_engine* engine" << words
            << "csp_receipt* receipt_out, csp_error* error) {\n    return execute(engine, request, " << taken
            << ", receipt_out, error);\n}\n"
            << "csp_status csp_preview_" << command.function << "(csp_engine* engine" << words
            << "csp_cursor** cursor_out, csp_error* error) {\n    return preview(engine, request, " << taken
            << ", cursor_out, error);\n}\n"
            << "csp_status csp_batch_" << command.function << "(csp_batch* batch" << words
            << "uint64_t* place_out, csp_error* error) {\n    return add(batch, request, " << taken
            << ", place_out, error);\n}\n";
    }
}

std::string noun_text(const std::string& noun, const Schema& schema) {
    std::ostringstream out;
    out << opening("The commands of " + noun + ", as C asks for them.")
        << "#include \"capi/command.hpp\"\n#include \"capi/fields/commands.hpp\"\n"
           "#include \"capi/generated/structs.hpp\"\n\nnamespace csp::capi {\n\n";
    for (const CCommand& command : schema.commands) {
        if (command.noun == noun) { print_take(command.fields, out); }
    }
    out << "\n}  // namespace csp::capi\n\nusing namespace csp;\nusing namespace csp::capi;\n";
    print_commands_of(noun, schema, out);
    return out.str();
}

std::string declarations(const Schema& schema) {
    std::ostringstream out;
    out << opening("How the structs of C become those of csp.")
        << "#pragma once\n\n#include <csp.h>\n\n#include \"capi/wrong.hpp\"\n#include \"csp/engine.hpp\"\n\n"
           "namespace csp::capi {\n\n";
    const auto declare = [&](const CStruct& made) {
        out << "bool take(const " << made.c_name << "& from, " << made.cpp_name << "& to, Wrong& wrong);\n";
    };
    for (const CStruct& made : schema.structs) { declare(made); }
    for (const CCommand& command : schema.commands) { declare(command.fields); }
    for (const CStruct& made : schema.pages) { declare(made); }
    out << "\n}  // namespace csp::capi\n";
    return out.str();
}

std::string definitions(const Schema& schema) {
    std::ostringstream out;
    out << opening("The parts of commands.") << "#include \"capi/generated/structs.hpp\"\n\n"
        << "#include \"capi/fields/commands.hpp\"\n#include \"capi/take.hpp\"\n\nnamespace csp::capi {\n\n";
    for (const CStruct& made : schema.structs) { print_take(made, out); }
    for (const CStruct& made : schema.pages) { print_take(made, out); }
    out << "\n}  // namespace csp::capi\n";
    return out.str();
}

std::string names_text(const Schema& schema) {
    std::ostringstream out;
    out << opening("The names of all constants.")
        << "#include \"capi/constant_name.hpp\"\n#include \"capi/fields/commands.hpp\"\n\nusing namespace csp;\n\n";
    for (const CEnum& made : schema.enums) {
        out << "const char* " << made.c_name << "_name(" << made.c_name << " number) { return capi::constant_name<"
            << made.cpp_name << ">(number); }\n";
    }
    return out.str();
}

std::string test_table(const Schema& schema) {
    std::ostringstream out;
    out << opening("Every command and every table of names, for tests that go through all of them.")
        << "#pragma once\n\n// X(function, struct, begins): csp_function, csp_preview_function, csp_batch_function\n"
           "#define CSP_EVERY_COMMAND(X)";
    for (const CCommand& command : schema.commands) {
        out << " \\\n    X(" << command.function << ", " << command.fields.c_name << ", " << command.begins << ")";
    }
    out << "\n\n// X(function, struct, field, kind, name): the fields of each command\n#define CSP_EVERY_FIELD(X)";
    for (const CCommand& command : schema.commands) {
        for (const CField& field : laid_out(command.fields)) {
            if (field.c_name == "size" || field.c_name.ends_with("_count")) { continue; }
            out << " \\\n    X(" << command.function << ", " << command.fields.c_name << ", " << field.c_name << ", "
                << (field.name.empty() ? "reserved" : field.kind) << ", \"" << field.name << "\")";
        }
    }
    out << "\n\n// X(type, constant, name)\n#define CSP_EVERY_CONSTANT(X)";
    for (const CEnum& made : schema.enums) {
        for (const auto& [name, number] : made.constants) {
            out << " \\\n    X(" << made.c_name << ", CSP_" << upper(made.c_name.substr(4)) << '_' << upper(name)
                << ", \"" << name << "\")";
        }
    }
    out << '\n';
    return out.str();
}

CField reserved_field(std::size_t number) {
    return CField{.c_name = number == 1 ? "reserved" : "reserved" + std::to_string(number), .c_type = "uint32_t"};
}

}  // namespace

std::vector<CField> laid_out(const CStruct& made) {
    std::vector<CField> all{CField{.c_name = "size", .c_type = "uint32_t"}};
    std::size_t end = 4;
    std::size_t widest = 4;
    std::size_t holes = 0;
    const auto fill_up_to = [&](std::size_t alignment) {
        if (end % alignment != 0) {  // every size is a multiple of four: a hole has four bytes
            all.push_back(reserved_field(++holes));
            end += 4;
        }
    };
    const auto add = [&](CField field) {
        fill_up_to(field.alignment);
        end += field.size;
        widest = std::max(widest, field.alignment);
        all.push_back(std::move(field));
    };
    for (const CField& field : made.fields) {
        add(field);
        if (field.is_list) {
            add(CField{.c_name = field.c_name + "_count", .c_type = "size_t", .size = 8, .alignment = 8});
        }
    }
    if (made.fields.empty()) { all.push_back(reserved_field(++holes)); }
    fill_up_to(widest);
    return all;
}

std::map<std::string, std::string> source_texts(const Schema& schema) {
    const std::string folder = "src/capi/generated/";
    std::map<std::string, std::string> files{{folder + "structs.hpp", declarations(schema)},
                                             {folder + "structs.cpp", definitions(schema)},
                                             {folder + "names.cpp", names_text(schema)},
                                             {"tests/capi/generated/every_command.hpp", test_table(schema)}};
    for (const CCommand& command : schema.commands) {
        auto& text = files[folder + command.noun + ".cpp"];
        if (text.empty()) { text = noun_text(command.noun, schema); }
    }
    return files;
}

std::map<std::string, std::string> printed_files(const Schema& schema) {
    auto files = source_texts(schema);
    files["capi/csp_commands.h"] = header_text(schema);
    return files;
}

}  // namespace csp::capi

// What the C interface has of the C++ one: every command, its fields and their constants, read off by reflection.
#pragma once

#include <boost/core/type_name.hpp>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "capi/fields/commands.hpp"
#include "codec/described.hpp"
#include "csp/engine.hpp"

namespace csp::capi {

struct CField {
    std::string name{};       ///< in C++
    std::string c_name{};     ///< "granted_at_us"
    std::string c_type{};     ///< "const csp_order_line *"
    std::string otherwise{};  ///< what 0 means, where it is not 0
    std::string kind{};       ///< "text": what a test may put there that is wrong
    std::size_t size{4};
    std::size_t alignment{4};
    bool is_list{false};
};
struct CStruct {
    std::string cpp_name{};  ///< "OrderLine"
    std::string c_name{};    ///< "csp_order_line"
    std::vector<CField> fields{};
};
struct CEnum {
    std::string cpp_name{};
    std::string c_name{};
    std::vector<std::pair<std::string, std::int64_t>> constants{};
};
struct CCommand {
    std::string noun{};      ///< "order"
    std::string noun_cpp{};  ///< "Order"
    std::string name{};      ///< "place_order"
    std::string function{};  ///< "order_place"
    bool begins{false};      ///< it makes a new record
    std::vector<MoveText> moves{};
    CStruct fields{};
};
struct Schema {
    std::vector<CEnum> enums{};
    std::vector<CStruct> structs{};  ///< each behind those that it needs
    std::vector<CCommand> commands{};
    std::vector<CStruct> pages{};  ///< of the wizard
};

/// Made by the engine or by nobody: a host has no say in them, so they have no field in C.
inline bool is_made_by_csp(std::string_view type, std::string_view field) {
    static const std::set<std::pair<std::string_view, std::string_view>> made{
        {"FirstOrder", "order"},    {"FirstOrder", "new_ids"}, {"SubmitOrder", "new_ids"}, {"PlaceOrder", "new_ids"},
        {"BuySoftware", "new_ids"}, {"GetKeys", "sealed_key"}, {"GetLink", "new_link"},    {"GetLink", "sealed_url"},
    };
    return made.contains({type, field});
}

template <class T>
std::string cpp_name_of() {
    std::string name = boost::core::type_name<T>();
    return name.starts_with("csp::") ? name.substr(5) : name;
}
/// "OrderLine": "order_line".
inline std::string snake(std::string_view name) {
    std::string out;
    for (const char letter : name) {
        const bool is_capital = std::isupper(static_cast<unsigned char>(letter)) != 0;
        if (is_capital && !out.empty()) { out += '_'; }
        out += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
    return out;
}
inline std::string upper(std::string_view name) {
    std::string out;
    for (const char letter : name) { out += static_cast<char>(std::toupper(static_cast<unsigned char>(letter))); }
    return out;
}
/// "order" and "place_order": "order_place".
inline std::string function_of(const std::string& noun, std::string command) {
    const auto at = ("_" + command + "_").find("_" + noun + "_");
    if (at != std::string::npos) {
        command.erase(at == 0 ? 0 : at - 1, noun.size() + 1);
        if (command.starts_with('_')) { command.erase(0, 1); }
    }
    return noun + "_" + command;
}

class SchemaBuilder {
public:
    template <class T>
    void add_enum() {
        CEnum made{.cpp_name = cpp_name_of<T>(), .c_name = "csp_" + snake(cpp_name_of<T>())};
        if (has(schema_.enums, made.cpp_name)) { return; }
        boost::mp11::mp_for_each<codec::EnumeratorsOf<T>>([&](auto enumerator) {
            made.constants.emplace_back(enumerator.name, static_cast<std::int64_t>(enumerator.value));
        });
        schema_.enums.push_back(std::move(made));
    }

    template <class T>
    CStruct struct_of() {
        CStruct made{.cpp_name = cpp_name_of<T>(), .c_name = "csp_" + snake(cpp_name_of<T>())};
        const T usual{};
        codec::for_each_field<T>([&](auto field) {
            using F = std::remove_cvref_t<decltype(usual.*field.pointer)>;
            if (is_made_by_csp(made.cpp_name, field.name)) { return; }
            CField one = field_of<F>(field.name);
            one.otherwise = text_unless_zero(usual.*field.pointer);
            made.fields.push_back(std::move(one));
        });
        return made;
    }

    template <class T>
    void add_struct() {
        if (has(schema_.structs, cpp_name_of<T>())) { return; }
        CStruct made = struct_of<T>();  // first those that it needs
        schema_.structs.push_back(std::move(made));
    }
    template <class T>
    void add_page() {
        schema_.pages.push_back(struct_of<T>());
    }

    template <class S>
    void add_commands(const MachineText& table) {
        [&]<class... C>(const std::variant<C...>&) { (add_command<S, C>(table), ...); }(typename S::Command{});
    }

    Schema take() { return std::move(schema_); }

private:
    template <class List>
    static bool has(const List& list, const std::string& cpp_name) {
        return std::ranges::any_of(list, [&](const auto& one) { return one.cpp_name == cpp_name; });
    }

    template <class S, class C>
    void add_command(const MachineText& table) {
        if constexpr (!machine::is_asked_by_csp<C>) {
            CCommand made{.noun = std::string(S::name),
                          .noun_cpp = cpp_name_of<S>(),
                          .name = std::string(C::name),
                          .function = function_of(std::string(S::name), std::string(C::name)),
                          .fields = struct_of<C>()};
            for (const MoveText& move : table.moves) {
                if (move.on == C::name) { made.moves.push_back(move); }
            }
            made.begins = std::ranges::any_of(made.moves,
                                              [&](const MoveText& move) { return move.from == table.phases.front(); });
            schema_.commands.push_back(std::move(made));
        }
    }

    template <class F>
    static std::string text_unless_zero(const F& value) {
        if constexpr (std::is_same_v<F, bool>) {
            return value ? "CSP_YES" : "";
        } else if constexpr (std::is_integral_v<F>) {
            return value == F{} ? "" : std::to_string(value);
        } else if constexpr (std::is_enum_v<F>) {
            std::string text;
            boost::mp11::mp_for_each<codec::EnumeratorsOf<F>>([&](auto enumerator) {
                if (enumerator.value == value) {
                    text = "CSP_" + upper(snake(cpp_name_of<F>())) + "_" + upper(enumerator.name);
                }
            });
            return text;
        } else {
            return "";
        }
    }

    /// The type in C of one value, as a field or behind a pointer.
    template <class F>
    CField value_of() {
        if constexpr (std::is_same_v<F, bool>) {
            return {.c_type = "csp_bool", .kind = "flag"};
        } else if constexpr (std::is_same_v<F, std::int32_t>) {
            return {.c_type = "int32_t", .kind = "number"};
        } else if constexpr (std::is_same_v<F, std::int64_t>) {
            return {.c_type = "int64_t", .kind = "number", .size = 8, .alignment = 8};
        } else if constexpr (std::is_same_v<F, std::uint64_t>) {
            return {.c_type = "uint64_t", .kind = "number", .size = 8, .alignment = 8};
        } else if constexpr (std::is_enum_v<F>) {
            add_enum<F>();
            return {.c_type = "csp_" + snake(cpp_name_of<F>()), .kind = "constant"};
        } else if constexpr (std::is_same_v<F, std::string>) {
            return {.c_type = "csp_str", .kind = "text", .size = 16, .alignment = 8};
        } else if constexpr (codec::is_id<F>) {
            return {.c_type = "csp_id", .kind = "id", .size = 16, .alignment = 1};
        } else if constexpr (std::is_same_v<F, Date>) {
            return {.c_type = "csp_day", .kind = "day"};
        } else if constexpr (std::is_same_v<F, Instant>) {
            return {.c_name = "_us", .c_type = "int64_t", .kind = "moment", .size = 8, .alignment = 8};
        } else if constexpr (std::is_same_v<F, Money>) {
            return {.c_type = "csp_money", .kind = "money", .size = 16, .alignment = 8};
        } else if constexpr (std::is_same_v<F, Country>) {
            return {.c_type = "csp_country", .kind = "country", .alignment = 1};
        } else if constexpr (std::is_same_v<F, Currency>) {
            return {.c_type = "csp_currency", .kind = "currency", .alignment = 1};
        } else if constexpr (std::is_same_v<F, Term>) {
            return {.c_type = "csp_term", .kind = "term", .size = 8};
        } else {
            static_assert(codec::is_described<F>, "the C interface does not know this type");
            add_struct<F>();
            return {.c_type = "csp_" + snake(cpp_name_of<F>()), .kind = "nested"};
        }
    }

    template <class F>
    static constexpr bool is_nested = codec::is_described<F> && !std::is_same_v<F, Term> && !std::is_same_v<F, Money>;

    template <class F>
    CField field_of(std::string_view name) {
        CField made;
        if constexpr (codec::is_vector<F> || codec::is_optional<F>) {
            made = value_of<typename F::value_type>();
            made.is_list = codec::is_vector<F>;
            if (made.kind != "nested" || made.is_list) { made.kind = made.is_list ? "list" : "optional"; }
        } else {
            made = value_of<F>();
        }
        if constexpr (codec::is_vector<F> || codec::is_optional<F> || is_nested<F>) {
            made.c_type = "const " + made.c_type + "*";
            made.size = 8;
            made.alignment = 8;
        }
        made.name = name;
        made.c_name = std::string(name) + made.c_name;
        return made;
    }

    Schema schema_{};
};

/// All of it, in the order of the nouns.
Schema whole_schema();

}  // namespace csp::capi

// Prints the pages that are made from the tables: docs/states/<noun>.md and docs/authority.md.
//
//   print_docs DIR          writes them
//   print_docs --check DIR  exits with 1 and names each page that is stale
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>

#include "csp/activity.hpp"
#include "csp/billing.hpp"
#include "csp/charge.hpp"
#include "csp/customer.hpp"
#include "csp/download_link.hpp"
#include "csp/entitlement.hpp"
#include "csp/invoice.hpp"
#include "csp/ledger.hpp"
#include "csp/new_customer_wizard.hpp"
#include "csp/offer.hpp"
#include "csp/order.hpp"
#include "csp/partner.hpp"
#include "csp/partnership.hpp"
#include "csp/product.hpp"
#include "csp/software_order.hpp"
#include "csp/subscription.hpp"
#include "csp/support_request.hpp"
#include "engine/authority.hpp"

namespace {

std::string joined(const std::vector<std::string_view>& words, std::string_view between) {
    std::string text;
    for (const auto word : words) { text += (text.empty() ? "" : std::string(between)) + std::string(word); }
    return text;
}

std::string diagram(const csp::MachineText& machine) {
    std::ostringstream out;
    out << "```mermaid\nstateDiagram-v2\n";
    for (const auto& move : machine.moves) {
        const bool begins = move.from == machine.phases.front();
        out << "    " << (begins ? "[*]" : std::string(move.from)) << " --> " << move.to << " : " << move.on << "\n";
    }
    out << "```\n";
    return out.str();
}

std::string matrix(const csp::MachineText& machine) {
    std::ostringstream out;
    out << "| |";
    for (const auto phase : machine.phases) { out << ' ' << phase << " |"; }
    out << "\n|---|";
    for (std::size_t i = 0; i < machine.phases.size(); ++i) { out << "---|"; }
    out << '\n';
    for (const auto command : machine.commands) {
        out << "| " << command << " |";
        for (const auto phase : machine.phases) {
            const auto move = std::ranges::find_if(
                machine.moves, [&](const auto& row) { return row.from == phase && row.on == command; });
            out << ' ' << (move == machine.moves.end() ? "" : std::string(move->to)) << " |";
        }
        out << '\n';
    }
    return out.str();
}

/// "an offer", "a software order".
std::string with_article(std::string_view name) {
    std::string words(name);
    std::ranges::replace(words, '_', ' ');
    return (std::string_view("aeiou").find(words.front()) == std::string_view::npos ? "a " : "an ") + words;
}

std::string page_of(const csp::MachineText& machine) {
    std::ostringstream out;
    out << "# The life of " << with_article(machine.name) << "\n\n"
        << "Printed from the table in `src/domain/" << machine.name << ".cpp` by `print_docs`; do not edit. "
        << "What is not in the table is refused.\n\n"
        << diagram(machine) << "\n## Moves\n\n| from | on | only if | emits | to | rule |\n|---|---|---|---|---|---|\n";
    for (const auto& move : machine.moves) {
        out << "| " << move.from << " | " << move.on << " | " << joined(move.only_if, "; ") << " | " << move.emits
            << " | " << move.to << " | " << move.rule << " |\n";
    }
    out << "\n## Matrix\n\nWhere a command leads from each phase; empty: refused.\n\n" << matrix(machine);
    return out.str();
}

std::string authority_page() {
    std::ostringstream out;
    out << "# Who may ask what\n\nPrinted from the table in `src/engine/permits.hpp` by `print_docs`; do not edit. "
           "Any one of the roles "
           "suffices. A command without a role is asked by time or by another record, and by nobody else. A record of "
           "another partner "
           "answers exactly as one that does not exist. A customer that is created with a first order needs a role for "
           "`place_order` too, unless it is created for a reseller.\n\nThe columns are relations: `self` is the "
           "partner whose "
           "record "
           "it is, `counterpart` the reseller of a partnership or whoever holds the link of its request, `delegated` "
           "the reseller that administers the customer. The reseller of record, former partners and strangers may "
           "ask nothing.\n\n| noun | command";
    const auto table = csp::engine::authority_table();
    for (const auto& [relation, roles] : table.front().roles) { out << " | " << csp::name_of(relation); }
    out << " |\n|---|---";
    for (std::size_t i = 0; i < table.front().roles.size(); ++i) { out << "|---"; }
    out << "|\n";
    for (const auto& line : table) {
        out << "| " << line.noun << " | " << line.command;
        for (const auto& [relation, roles] : line.roles) { out << " | " << joined(roles, ", "); }
        out << " |\n";
    }
    return out.str();
}

std::map<std::string, std::string> pages() {
    std::map<std::string, std::string> all;
    for (const auto& machine :
         {csp::partner_table(), csp::customer_table(), csp::offer_table(), csp::order_table(),
          csp::subscription_table(), csp::product_table(), csp::software_order_table(), csp::support_request_table(),
          csp::entitlement_table(), csp::download_link_table(), csp::activity_table(), csp::partnership_table(),
          csp::charge_table(), csp::billing_table(), csp::ledger_table(), csp::invoice_table(),
          csp::new_customer_wizard_table()}) {
        all["states/" + std::string(machine.name) + ".md"] = page_of(machine);
    }
    all["authority.md"] = authority_page();
    return all;
}

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

int main(int count, char** words) {
    const bool is_check = count == 3 && std::string(words[1]) == "--check";
    if (count != 2 && !is_check) {
        std::cerr << "usage: print_docs [--check] DIR\n";
        return 2;
    }
    const std::string folder = words[count - 1];
    bool is_fresh = true;
    for (const auto& [name, text] : pages()) {
        const std::string path = folder + "/" + name;
        if (!is_check) {
            std::ofstream(path, std::ios::binary) << text;
        } else if (content_of(path) != text) {
            std::cerr << path << ": stale; run print_docs " << folder << "\n";
            is_fresh = false;
        }
    }
    return is_fresh ? 0 : 1;
}

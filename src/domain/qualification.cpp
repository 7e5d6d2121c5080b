// What kinds of customer there are, and what each of them may buy.
#include <algorithm>

#include "csp/customer.hpp"

namespace csp {

std::string_view name_of(Qualification qualification) {
    switch (qualification) {
        case Qualification::none: return "None";
        case Qualification::education: return "Education";
        case Qualification::nonprofit: return "Nonprofit";
        case Qualification::government_community_cloud: return "GovernmentCommunityCloud";
        case Qualification::state_owned_entity: return "StateOwnedEntity";
    }
    return "Unknown";
}

bool has(const Customer& customer, Qualification qualification) {
    return std::ranges::count(customer.qualifications, qualification) > 0;
}

bool may_buy_segment(const Customer& customer, std::span<const std::string> offer_customer_qualifications) {
    const auto lists = [&](Qualification qualification) {
        return std::ranges::count(offer_customer_qualifications, name_of(qualification)) > 0;
    };
    if (has(customer, Qualification::government_community_cloud)) {
        return lists(Qualification::government_community_cloud);
    }
    return offer_customer_qualifications.empty() || std::ranges::any_of(customer.qualifications, lists);
}

}  // namespace csp

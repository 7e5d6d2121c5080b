// The form of a support request: its shape while it is drafted, and each of its fields when it is submitted.
#pragma once

#include <string_view>
#include <vector>

#include "csp/support_request.hpp"

namespace csp {

// ---- the shape: what a draft must have already --------------------------------------------------------
std::vector<Error> malformed_texts(const SupportForm& form, const Policy& policy);
/// Its numbers: type, impact, currency, lines.
std::vector<Error> malformed_choices(const SupportForm& form, const Policy& policy);
/// SUP-06: too many of them, or one without a name.
std::vector<Error> malformed_attachments(const SupportForm& form, const Policy& policy);
/// `place` is how its fields are named: "attachment".
std::vector<Error> malformed_texts(const Attachment& attachment, std::string_view place, const Policy& policy);
Error too_many_attachments(const Policy& policy);

// ---- the fields: what a submitted one must have -------------------------------------------------------
bool is_refund(const SupportForm& form);
/// SUP-02.
std::vector<Error> wrong_type(const SupportForm& form);
/// SUP-03.
std::vector<Error> missing_impact_or_title(const SupportForm& form);
/// SUP-04: customer, order or subscription, reason and amount; of another type of problem, a description.
std::vector<Error> wrong_description(const SupportForm& form, const SupportRequestFacts& facts);
/// SUP-05.
std::vector<Error> wrong_contact(const SupportForm& form, const Policy& policy);

// ---- what is to be taken back ---------------------------------------------------------------------------
/// The form's lines that stand; of all lines when it names none.
std::vector<std::int32_t> standing_lines(const SupportForm& form, const SoftwareOrder& order);
/// More than 0, at most `most` and in its currency; without a `most` only more than 0.
std::vector<Error> wrong_amount(Money amount, const std::optional<Money>& most);

}  // namespace csp

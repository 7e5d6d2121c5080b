// The arithmetic of billing: which lines a change makes.
#pragma once

#include "csp/billing.hpp"

namespace csp::domain {

/// How its lines are called when they are for a whole period, and when for a part of one.
struct Called {
    ChargeType whole{};
    ChargeType part{};
};
inline constexpr Called bought{ChargeType::activation_fee, ChargeType::prorate_fees_when_purchase};
inline constexpr Called gone_on{ChargeType::cycle_fee, ChargeType::cycle_instance_prorate};
inline constexpr Called renewed{ChargeType::renew_fee, ChargeType::prorate_fees_when_renew};
inline constexpr Called activated{ChargeType::activation_fee, ChargeType::prorate_fees_when_activate};
inline constexpr Called converted{ChargeType::prorate_fees_when_convert_to, ChargeType::prorate_fees_when_convert_to};

/// Makes the lines of one change, each beside what stands after those before it. What it is asked for has to fit into
/// Money (csp::why_not_billed).
class Biller {
public:
    Biller(const BillingTerms& terms, const Billing& before, Date charged_until, const Policy& policy);

    /// Everything that is to be paid up to and including that day, period by period, within the term.
    void charge_up_to(Date day, Called called);
    /// Only the next period.
    void charge_period(Called called);
    /// The quantity is another one from that day on.
    void change_quantity(Date day, std::int32_t quantity);
    /// What is charged from that day on is taken back.
    void credit_from(Date day, ChargeType type);
    void credit_everything();
    /// What was taken back is charged again as it was.
    void charge_again(const Lines& taken_back);

    Lines lines{};
    Date charged_until{};

private:
    void add(ChargeLine line);
    void charge(ChargeType type, Term days, const ChargeLine& like, std::int32_t quantity);
    void credit(const ChargeLine& line, Term days, ChargeType type);
    [[nodiscard]] Money amount_of(Term days, Term period, Money price, std::int32_t quantity) const;

    const BillingTerms& terms_;
    const Policy& policy_;
    Lines standing_;
    std::int32_t last_line_;
};

/// What stands once that line was made.
void stand(Lines& standing, const ChargeLine& line);

}  // namespace csp::domain

#include "capi/query.hpp"

namespace csp::capi {

bool take_page(const csp_page* from, Reader& to, Wrong& wrong) {
    csp_page whole{};
    if (!take_sized_or_nothing(from, whole, wrong)) { return false; }
    if (whole.rows != 0) { to.page.size = whole.rows; }
    return take_field("is_one_page", whole.is_one_page, to.is_one_page, wrong) &&
           take_field("after", whole.after, to.page.after, wrong);
}

bool take_phase(const csp_phase_filter* from, std::optional<std::string>& to, Wrong& wrong) {
    csp_phase_filter whole{};
    std::string phase;
    const bool is_good = within(
        take_sized_or_nothing(from, whole, wrong) && take_field("phase", whole.phase, phase, wrong), "filter", wrong);
    if (is_good && !phase.empty()) { to = std::move(phase); }
    return is_good;
}

}  // namespace csp::capi

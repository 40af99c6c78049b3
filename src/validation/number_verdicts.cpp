// Verdicts of numbers by tables where they stand in another way than as eleven digits in their
// column.
#include <brukerplan/validation/identity_in_text.hpp>

#include "validation/facts_reader.hpp"

namespace brukerplan::detail {

namespace {

/// No `constexpr`: a table that is made when it is first asked for takes no room in the library.
national_id_policy either_rule() noexcept {
    auto either = policy_on(std::nullopt);
    either.rule = control_rule::both;
    return either;
}

} // namespace

national_id_verdict numbered_day::verdict_on(std::string_view digits) const noexcept {
    if (judges(digits)) {
        const auto verdict = checker->check(digits);
        if (!verdict.accepted() || !may_be_born_later(verdict, *this)) {
            return verdict;
        }
    }
    return verdict_of_day(digits, *this);
}

bool fits_either_rule(std::string_view digits) noexcept {
    static const national_id_checker checker{either_rule()};
    return checker.check(digits).accepted();
}

bool holds_number_by_table(std::string_view text) noexcept {
    static const national_id_checker anybodys{any_number()};
    return holds_number(text,
                        [](std::string_view eleven) { return anybodys.check(eleven).accepted(); });
}

} // namespace brukerplan::detail

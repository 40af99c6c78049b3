#include <brukerplan/register/step.hpp>

#include <algorithm>
#include <stdexcept>

#include <brukerplan/validation/likely_identity.hpp>

#include "read/charset.hpp"
#include "register/plain_name.hpp"

namespace brukerplan {

void detail::check_plain_name(std::string_view name, std::size_t longest, std::string_view what) {
    const auto fail = [&](std::string_view fault) {
        throw std::invalid_argument{std::string{what} + " " + std::string{fault}};
    };
    if (name.empty() || name.size() > longest) {
        fail("must have 1 to " + std::to_string(longest) + " bytes");
    }
    const auto is_control = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    };
    if (!is_utf8(name) || std::any_of(name.begin(), name.end(), is_control)) {
        fail("must be plain text: UTF-8 without control characters");
    }
    if (may_identify_somebody(name)) {
        fail("may hold somebody's national number or date of birth");
    }
}

void check(const step_stamp& stamp) {
    constexpr std::size_t longest = 200;
    detail::check_plain_name(stamp.by, longest, "who does a step");
    constexpr date first{std::chrono::year{2000} / std::chrono::January / 1};
    constexpr date last{std::chrono::year{2199} / std::chrono::December / 31};
    if (stamp.on < first || stamp.on > last) {
        throw std::invalid_argument{"the day of a step must lie in the years 2000 to 2199"};
    }
}

} // namespace brukerplan

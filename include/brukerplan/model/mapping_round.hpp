// A mapping round: one municipality's (or district's) mapping in one period.
#pragma once

#include <optional>
#include <string>

#include <brukerplan/model/date.hpp>

namespace brukerplan {

struct mapping_round {
    std::string municipality; ///< four-character code of the time
    std::string district;     ///< six-character code, or empty
    int year = 0;             ///< mapping year
    std::optional<date> first_day;
    std::optional<date> last_day;

    /// Collected data must be deleted ten years after transfer (Forskrift om Brukerplan).
    [[nodiscard]] static constexpr date deletion_due(date transferred) noexcept {
        using namespace std::chrono;
        const year_month_day ymd{transferred};
        const year_month_day due{ymd.year() + years{10}, ymd.month(), ymd.day()};
        return due.ok() ? date{due} : date{due.year() / due.month() / last};
    }
};

} // namespace brukerplan

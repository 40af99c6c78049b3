// A scoring scheme compiled into a table over all 65 536 assessments: scoring one record is one
// load, whatever the scheme says.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <brukerplan/instrument/detail/score_table.hpp>
#include <brukerplan/instrument/scheme.hpp>
#include <brukerplan/instrument/score.hpp>
#include <brukerplan/model/assessment.hpp>
#include <brukerplan/model/registration.hpp>

namespace brukerplan {

/// Immutable once made; may be shared between threads. 640 KiB. The definition is taken as it is:
/// load_scheme() and load_pack() check theirs, find_fault() any other.
class scheme {
public:
    explicit scheme(scheme_definition definition)
        : definition_(std::move(definition)), table_(detail::score_table(definition_)) {
        const auto fits = [](const score& s) {
            return s.points >= std::numeric_limits<std::int8_t>::min() &&
                   s.points <= std::numeric_limits<std::int8_t>::max();
        };
        if (std::all_of(table_.begin(), table_.end(), fits)) {
            short_table_.resize(table_.size());
            std::transform(table_.begin(), table_.end(), short_table_.begin(), [](const score& s) {
                return static_cast<std::uint16_t>(static_cast<unsigned>(s.result) |
                                                  static_cast<std::uint8_t>(s.points) << 8U);
            });
        }
    }

    /// Name and version, `sum16/1`: goes with every result.
    [[nodiscard]] const std::string& id() const noexcept { return definition_.id; }
    [[nodiscard]] const scheme_definition& definition() const noexcept { return definition_; }
    /// Whether the points of its scores mean something.
    [[nodiscard]] bool has_points() const noexcept { return definition_.has_points(); }

    [[nodiscard]] const score& operator()(assessment a) const noexcept { return table_[a.code()]; }

    /// By code: the class in the low byte, the points as a signed byte in the high one. Null when
    /// some points do not fit.
    [[nodiscard]] const std::uint16_t* short_table() const noexcept {
        return short_table_.empty() ? nullptr : short_table_.data();
    }

private:
    scheme_definition definition_;
    std::vector<score> table_;
    std::vector<std::uint16_t> short_table_;
};

/// The score of a row that cannot be read as a record, or of a number that is no rating.
inline constexpr score unreadable_score{0, index_class::none, no_class_reason::unreadable, 0};

/// The score of a record. With a rating that cannot be read there is none, for that reason: it is a
/// fault of the record and not a domain that was left out.
[[nodiscard]] inline score score_of(const registration& r, const scheme& by) noexcept {
    const auto a = r.assessment();
    if (!r.rating_unreadable()) {
        return by(a);
    }
    auto without = unreadable_score;
    without.answered = static_cast<std::uint8_t>(a.assessed());
    return without;
}

} // namespace brukerplan

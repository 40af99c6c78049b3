// A scoring scheme compiled into a table over all 65 536 assessments: scoring one record is one
// load, whatever the scheme says.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <brukerplan/instrument/scheme.hpp>
#include <brukerplan/model/assessment.hpp>

namespace brukerplan {

/// Why an assessment has no class.
enum class no_class_reason : std::uint8_t {
    none, ///< it has a class
    nothing_assessed,
    too_few_assessed, ///< fewer domains assessed than the scheme needs
    below_classes,    ///< the points lie below the lowest class of the scheme
    unreadable,       ///< the row could not be read as a record
};

inline constexpr std::array<std::string_view, 5> no_class_reason_tokens{
    "", "nothing_assessed", "too_few_assessed", "below_classes", "unreadable"};

[[nodiscard]] constexpr std::string_view token_of(no_class_reason r) noexcept {
    return no_class_reason_tokens[static_cast<std::size_t>(r)];
}

/// What a scheme says about one assessment. `points` means something only with a class.
struct score {
    std::int32_t points = 0;
    index_class result = index_class::none;
    no_class_reason reason = no_class_reason::none;
    std::uint8_t answered = 0; ///< number of domains assessed, 0 to 8

    [[nodiscard]] constexpr bool has_class() const noexcept { return result != index_class::none; }
    friend constexpr bool operator==(const score&, const score&) noexcept = default;
};

/// The definition applied to one assessment: what the table holds, worked out on the spot.
[[nodiscard]] constexpr score score_by_definition(const scheme_definition& definition,
                                                  assessment a) noexcept {
    score result;
    result.answered = static_cast<std::uint8_t>(a.assessed());
    if (result.answered == 0) {
        result.reason = no_class_reason::nothing_assessed;
        return result;
    }
    if (result.answered < definition.minimum_assessed) {
        result.reason = no_class_reason::too_few_assessed;
        return result;
    }
    std::int32_t points = 0;
    for (const domain d : all_domains) {
        points += definition.weights[static_cast<std::size_t>(d)] *
                  definition.points[static_cast<std::size_t>(a[d])];
    }
    result.reason = no_class_reason::below_classes;
    for (const auto& c : definition.classes) {
        if (points >= c.from) {
            result.result = c.result;
            result.reason = no_class_reason::none;
        }
    }
    result.points = result.has_class() ? points : 0;
    return result;
}

/// Immutable once made; may be shared between threads. 512 KiB.
class scheme {
public:
    explicit scheme(const scheme_definition& definition) : id_(definition.id) {
        table_.reserve(assessment::space);
        for (const assessment a : all_assessments) {
            table_.push_back(score_by_definition(definition, a));
        }
    }

    /// Name and version, `sum16/1`: goes with every result.
    [[nodiscard]] const std::string& id() const noexcept { return id_; }

    [[nodiscard]] const score& operator()(assessment a) const noexcept { return table_[a.code()]; }

private:
    std::string id_;
    std::vector<score> table_;
};

} // namespace brukerplan

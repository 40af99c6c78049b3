// A scheme worked out for all 65 536 assessments: the fast twin of score_by_definition.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <brukerplan/instrument/detail/assessment_set.hpp>
#include <brukerplan/instrument/score.hpp>
#include <brukerplan/model/assessment.hpp>

namespace brukerplan::detail {

/// Points and assessed domains of four domains for each of their 256 ratings.
class half_sums {
public:
    half_sums(const point_table& points, std::size_t first) {
        for (std::size_t ratings = 0; ratings < at_.size(); ++ratings) {
            for (std::size_t i = 0; i < 4; ++i) {
                const auto r = (ratings >> (2 * i)) & 3U;
                at_[ratings].points += points[first + i][r];
                at_[ratings].answered += r != 0 ? 1 : 0;
            }
        }
    }
    struct entry {
        std::int32_t points = 0;
        int answered = 0;
    };
    [[nodiscard]] const entry& operator[](std::size_t ratings) const noexcept {
        return at_[ratings];
    }

private:
    std::array<entry, 256> at_{};
};

/// Calls `f(assessment, decision, points, answered)` for every assessment: first those with too few
/// assessed domains, then those of each rule in order, then the rest by points.
template <class F>
void decide_all(const scheme_definition& by, F&& f) {
    const half_sums low{by.points, 0};
    const half_sums high{by.points, 4};
    const auto sum = [&](assessment a) {
        const auto& l = low[a.code() & 255U];
        const auto& h = high[a.code() >> 8U];
        return half_sums::entry{l.points + h.points, l.answered + h.answered};
    };
    assessment_set open;
    for (const assessment a : all_assessments) {
        const int answered = sum(a).answered;
        if (answered == 0 || answered < by.fewest_assessed()) {
            f(a, decision{decision::basis::too_few, 0}, 0, answered);
        } else {
            open.insert(a);
        }
    }
    const auto final = [&](assessment a) {
        auto entry = sum(a);
        entry.points = final_points(by, entry.points, entry.answered);
        return entry;
    };
    for (std::size_t i = 0; i < by.rules.size(); ++i) {
        auto decided = where(by.rules[i].when);
        decided &= open;
        decided.each([&](assessment a) {
            const auto [points, answered] = final(a);
            f(a, decision{decision::basis::rule, i}, points, answered);
        });
        open -= decided;
    }
    open.each([&](assessment a) {
        const auto [points, answered] = final(a);
        f(a, decide_by_points(by, points), points, answered);
    });
}

/// By code.
[[nodiscard]] inline std::vector<score> score_table(const scheme_definition& by) {
    std::vector<score> table(assessment::space);
    decide_all(by, [&](assessment a, decision d, std::int32_t points, int answered) {
        table[a.code()] = scored(by, d, points, answered);
    });
    return table;
}

} // namespace brukerplan::detail

// Scores of many assessments, from columns to columns.
#include "arguments.hpp"
#include "scheme.hpp"

namespace capi = brukerplan::capi;

namespace {

constexpr std::uint32_t first_size_of_score_columns = 8 + 4 * sizeof(void*);
static_assert(sizeof(bplan_score_columns) == first_size_of_score_columns,
              "a member was added: see docs/stability.md");

/// Null stands for no columns at all.
brukerplan::score_columns columns_argument(const bplan_score_columns* columns) {
    brukerplan::score_columns to;
    if (columns == nullptr) {
        return to;
    }
    const auto known = capi::known_part(*columns, first_size_of_score_columns);
    if (known.reserved != 0) {
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "reserved must be 0"};
    }
    to.classes = known.classes;
    to.points = known.points;
    to.answered = known.answered;
    to.reasons = known.reasons;
    return to;
}

void empty_columns(const bplan_score_columns* columns, std::int64_t count) noexcept {
    try {
        const auto to = columns_argument(columns);
        for (auto* column : {to.classes, to.answered, to.reasons}) {
            capi::empty_array(column, count);
        }
        capi::empty_array(to.points, count);
    } catch (...) { // a struct that cannot be read says of no array where it is
    }
}

/// `score(scheme, count, columns)` checks the other arguments and does the work.
template <class Outputs, class Score>
int32_t score_many(const bplan_scheme* scheme, std::int64_t count,
                   const bplan_score_columns* columns, const Outputs& outputs, bplan_error* err,
                   Score score) noexcept {
    const auto code = capi::guarded(err, outputs, [&] {
        const auto& by = capi::scheme_argument(scheme);
        const auto size = capi::count_argument(count);
        score(by, size, columns_argument(columns));
    });
    if (code != BPLAN_OK) {
        empty_columns(columns, count);
    }
    return code;
}

} // namespace

int32_t bplan_scheme_score_columns(const bplan_scheme* scheme, const uint8_t** ratings,
                                   int64_t count, const bplan_score_columns* columns,
                                   int64_t* unreadable, bplan_error* err) noexcept {
    return score_many(scheme, count, columns, capi::outputs(unreadable), err,
                      [&](const auto& by, std::size_t size, const auto& to) {
                          const auto from = capi::ratings_argument(ratings, size);
                          *unreadable = static_cast<std::int64_t>(
                              brukerplan::score_columns_of(by, from, size, to));
                      });
}

int32_t bplan_scheme_score_strided(const bplan_scheme* scheme, const uint8_t** ratings,
                                   const int64_t* strides, int64_t count,
                                   const bplan_score_columns* columns, int64_t* unreadable,
                                   bplan_error* err) noexcept {
    return score_many(scheme, count, columns, capi::outputs(unreadable), err,
                      [&](const auto& by, std::size_t size, const auto& to) {
                          const auto from = capi::ratings_argument(ratings, size);
                          const auto steps = capi::strides_argument(strides, size);
                          *unreadable = static_cast<std::int64_t>(
                              brukerplan::score_strided(by, from, steps, size, to));
                      });
}

int32_t bplan_scheme_score_packed(const bplan_scheme* scheme, const uint16_t* codes, int64_t count,
                                  const bplan_score_columns* columns, bplan_error* err) noexcept {
    return score_many(scheme, count, columns, capi::outputs(), err,
                      [&](const auto& by, std::size_t size, const auto& to) {
                          const auto* from = capi::array_argument(codes, size, "codes");
                          brukerplan::score_packed(by, from, size, to);
                      });
}

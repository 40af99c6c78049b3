// Many numbers at a time. Every answer is the one that a number gets by itself.
#include <algorithm>
#include <array>
#include <span>

#include <brukerplan/identity/checked_number.hpp>
#include <brukerplan/identity/national_id_batch.hpp>

#include "arguments.hpp"
#include "guard.hpp"
#include "number_codes.hpp"
#include "number_policy.hpp"

namespace capi = brukerplan::capi;

using brukerplan::national_id_verdict;

namespace {

constexpr std::uint32_t first_size_of_columns = 8 + 8 * sizeof(void*);
static_assert(sizeof(bplan_number_columns) == first_size_of_columns,
              "a member was added: see docs/stability.md");
static_assert(national_id_verdict::satisfies_1964 == BPLAN_NUMBER_RULE_1964 &&
              national_id_verdict::satisfies_2032 == BPLAN_NUMBER_RULE_2032);

constexpr unsigned rule_flags = BPLAN_NUMBER_RULE_1964 | BPLAN_NUMBER_RULE_2032;

constexpr std::int64_t number_size = 11;

/// Numbers whose verdicts are kept at a time, few enough to stay near the processor.
constexpr std::size_t block_size = 512;

/// What a policy makes of a text: by table where there is one for it.
class judge {
public:
    explicit judge(const brukerplan::national_id_policy& policy)
        : policy_(policy), checker_(policy),
          placeholders_(policy.kinds.contains(brukerplan::number_kind::date_only) ||
                        policy.kinds.contains(brukerplan::number_kind::dummy)) {}

    void operator()(std::string_view text, national_id_verdict& to) const noexcept {
        if (text.size() == number_size) {
            (*this)(text.data(), {&to, 1});
        } else {
            to = slowly(text);
        }
    }

    /// Numbers of eleven bytes without gaps.
    void operator()(const char* numbers, std::span<national_id_verdict> to) const noexcept {
        const std::span<const char> bytes{numbers, to.size() * number_size};
        if (checker_.check_all(bytes, to) == to.size() || !placeholders_) {
            return;
        }
        for (std::size_t i = 0; i < to.size(); ++i) {
            if (!to[i].accepted()) {
                to[i] = slowly({numbers + i * number_size, number_size});
            }
        }
    }

private:
    [[nodiscard]] national_id_verdict slowly(std::string_view text) const noexcept {
        const auto checked = brukerplan::check_number(text, policy_);
        national_id_verdict verdict;
        verdict.kinds = checked.kinds;
        std::copy(checked.birth_years.begin(), checked.birth_years.end(),
                  verdict.birth_years.begin());
        verdict.reason = checked.reason;
        verdict.position = checked.position;
        verdict.sex = checked.sex;
        verdict.flags = static_cast<std::uint8_t>(capi::code_of(checked.rules));
        return verdict;
    }

    brukerplan::national_id_policy policy_;
    brukerplan::national_id_checker checker_;
    bool placeholders_;
};

template <class Element, class Get>
void fill(Element* column, std::size_t first, std::span<const national_id_verdict> from,
          Get get) noexcept {
    if (column == nullptr) {
        return;
    }
    column += first;
    for (std::size_t i = 0; i < from.size(); ++i) {
        column[i] = static_cast<Element>(get(from[i]));
    }
}

/// Writes the answers about the numbers from `first` on.
void fill_columns(const bplan_number_columns& to, std::size_t first,
                  std::span<const national_id_verdict> from) noexcept {
    fill(to.valid, first, from, [](const auto& v) { return v.accepted() ? 1 : 0; });
    fill(to.reasons, first, from, [](const auto& v) { return v.reason; });
    fill(to.positions, first, from, [](const auto& v) { return v.position; });
    fill(to.sexes, first, from, [](const auto& v) { return capi::code_of(v.sex); });
    fill(to.rules, first, from, [](const auto& v) { return v.flags & rule_flags; });
    fill(to.kinds, first, from, [](const auto& v) { return v.kinds.bits(); });
    fill(to.first_birth_years, first, from, [](const auto& v) { return v.birth_years[0]; });
    fill(to.second_birth_years, first, from, [](const auto& v) { return v.birth_years[1]; });
}

/// Null stands for no columns at all.
bplan_number_columns columns_argument(const bplan_number_columns* columns) {
    if (columns == nullptr) {
        return BPLAN_NUMBER_COLUMNS_INIT;
    }
    const auto known = capi::known_part(*columns, first_size_of_columns);
    if (known.reserved != 0) {
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "reserved must be 0"};
    }
    return known;
}

void empty_columns(const bplan_number_columns* columns, std::int64_t count) noexcept {
    try {
        const auto known = columns_argument(columns);
        for (auto* column :
             {known.valid, known.reasons, known.positions, known.sexes, known.rules}) {
            capi::empty_array(column, count);
        }
        for (auto* column : {known.kinds, known.first_birth_years, known.second_birth_years}) {
            capi::empty_array(column, count);
        }
    } catch (...) { // a struct that cannot be read says of no array where it is
    }
}

/// `prepare(count)` checks the arguments and gives what judges numbers: `(first, verdicts)`.
template <class Prepare>
int32_t check_many(const bplan_number_columns* columns, std::int64_t count, std::int64_t* valid,
                   bplan_error* err, Prepare prepare) noexcept {
    const auto code = capi::guarded(err, capi::outputs(valid), [&] {
        const auto size = capi::count_argument(count);
        const auto to = columns_argument(columns);
        const auto judge_block = prepare(size);
        std::array<national_id_verdict, block_size> block;
        std::int64_t accepted = 0;
        for (std::size_t first = 0; first < size; first += block_size) {
            const std::span verdicts{block.data(), std::min(block_size, size - first)};
            judge_block(first, verdicts);
            accepted += std::count_if(verdicts.begin(), verdicts.end(),
                                      [](const auto& v) { return v.accepted(); });
            fill_columns(to, first, verdicts);
        }
        *valid = accepted;
    });
    if (code != BPLAN_OK) {
        empty_columns(columns, count);
    }
    return code;
}

/// The text between two offsets of a column.
template <class Offset>
std::string_view text_at(const char* data, const Offset* offsets, std::size_t row) {
    const auto from = offsets[row];
    const auto to = offsets[row + 1];
    if (from < 0 || to < from) {
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT,
                            "an offset is negative, or before the one before it",
                            static_cast<std::int64_t>(row)};
    }
    if (to == from) {
        return {};
    }
    return {&capi::required(data, "data") + from, static_cast<std::size_t>(to - from)};
}

template <class Offset>
int32_t check_column(const bplan_number_policy* policy, const char* data, const Offset* offsets,
                     std::int64_t count, const bplan_number_columns* columns, std::int64_t* valid,
                     bplan_error* err) noexcept {
    return check_many(columns, count, valid, err, [&](std::size_t size) {
        const auto* places = capi::array_argument(offsets, size, "offsets");
        return [data, places, judge = judge{capi::terms_of(policy)}](
                   std::size_t first, std::span<national_id_verdict> to) {
            for (std::size_t i = 0; i < to.size(); ++i) {
                judge(text_at(data, places, first + i), to[i]);
            }
        };
    });
}

} // namespace

int32_t bplan_number_check_fixed(const bplan_number_policy* policy, const char* numbers,
                                 int64_t stride, int64_t count, const bplan_number_columns* columns,
                                 int64_t* valid, bplan_error* err) noexcept {
    return check_many(columns, count, valid, err, [&](std::size_t size) {
        const auto* bytes = capi::array_argument(numbers, size, "numbers");
        capi::need_stride(stride, number_size, "stride");
        return [bytes, stride, judge = judge{capi::terms_of(policy)}](
                   std::size_t first, std::span<national_id_verdict> to) {
            const auto step = static_cast<std::size_t>(stride);
            const char* number = bytes + first * step;
            if (stride == number_size) {
                judge(number, to);
                return;
            }
            for (auto& verdict : to) {
                judge(number, {&verdict, 1});
                number += step;
            }
        };
    });
}

int32_t bplan_number_check_strings(const bplan_number_policy* policy, const char* data,
                                   const int32_t* offsets, int64_t count,
                                   const bplan_number_columns* columns, int64_t* valid,
                                   bplan_error* err) noexcept {
    return check_column(policy, data, offsets, count, columns, valid, err);
}

int32_t bplan_number_check_large_strings(const bplan_number_policy* policy, const char* data,
                                         const int64_t* offsets, int64_t count,
                                         const bplan_number_columns* columns, int64_t* valid,
                                         bplan_error* err) noexcept {
    return check_column(policy, data, offsets, count, columns, valid, err);
}

// Scoring schemes: one assessment, many of them, why, and how two schemes differ.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <brukerplan/c/document.hpp>

namespace brukerplan_c {

/// BPLAN_RATING_* by domain.
using ratings = std::array<std::uint8_t, BPLAN_DOMAINS>;
/// A column of ratings, one byte a row, by domain.
using rating_columns = std::array<const std::uint8_t*, BPLAN_DOMAINS>;
/// Bytes from one row to the next, by domain.
using rating_strides = std::array<std::int64_t, BPLAN_DOMAINS>;

/// What an assessment is worth.
struct score {
    brukerplan_c::index_class index_class = index_class::none;
    std::int32_t points = 0;   ///< 0 without a class, and in a scheme without points
    std::int32_t answered = 0; ///< number of assessed domains
    no_class_reason reason = no_class_reason::has_class;
};

/// Where the scores of many assessments go: arrays of the caller's, null where they are not wanted.
struct score_columns : bplan_score_columns {
    score_columns() noexcept : bplan_score_columns(BPLAN_SCORE_COLUMNS_INIT) {}
};

namespace detail {
template <>
struct output<score> {
    std::int32_t index_class = 0, points = 0, answered = 0, reason = 0;
    auto places() noexcept { return std::tuple{&index_class, &points, &answered, &reason}; }
    score take() noexcept {
        return {static_cast<brukerplan_c::index_class>(index_class), points, answered,
                static_cast<no_class_reason>(reason)};
    }
};
} // namespace detail

/// A scoring scheme. Never changes; any number of threads may use it at once.
class scheme : public handle<bplan_scheme, bplan_scheme_free> {
public:
    using handle::handle;

    /// One that comes with the library; empty text for the newest pack and for its first scheme.
    [[nodiscard]] static result<scheme> create(std::string_view pack_id = {},
                                               std::string_view scheme_id = {}) noexcept {
        return detail::call<scheme>(bplan_scheme_create, pack_id, scheme_id);
    }
    /// One of the caller's own, which is checked: the message says where a fault stands.
    [[nodiscard]] static result<scheme> from_json(std::string_view json) noexcept {
        return detail::call<scheme>(bplan_scheme_create_from_json, json);
    }

    /// Borrowed from the scheme.
    [[nodiscard]] result<std::string_view> id() const noexcept {
        return detail::call<std::string_view>(bplan_scheme_get_id, *this);
    }
    /// A number that is no rating gives no class, for the reason `unreadable`.
    [[nodiscard]] result<brukerplan_c::score> score(const ratings& of) const noexcept {
        return detail::call<brukerplan_c::score>(bplan_scheme_score_ratings, *this, of.data());
    }
    /// The assessment of a code below BPLAN_ASSESSMENTS.
    [[nodiscard]] result<brukerplan_c::score> score_code(std::int32_t code) const noexcept {
        return detail::call<brukerplan_c::score>(bplan_scheme_score_code, *this, code);
    }
    /// How many persons have a class. `counts` are BPLAN_ASSESSMENTS numbers by code, as
    /// histogram::counts() gives them.
    [[nodiscard]] result<std::int64_t> count_class(const std::int64_t* counts,
                                                   index_class of) const noexcept {
        return detail::call<std::int64_t>(bplan_scheme_count_class, *this, counts, of);
    }
    /// How many have none, for a reason; with no_class_reason::has_class, how many have one.
    [[nodiscard]] result<std::int64_t> count_no_class(const std::int64_t* counts,
                                                      no_class_reason of) const noexcept {
        return detail::call<std::int64_t>(bplan_scheme_count_no_class, *this, counts, of);
    }
    /// Why an assessment has its class, as JSON, with sentences in a language.
    [[nodiscard]] result<document> explain(const ratings& of,
                                           std::string_view language = {}) const noexcept {
        return detail::call<document>(bplan_scheme_explain, *this, of.data(), language);
    }

    /// Scores `count` rows of columns, and gives the number of rows that hold no ratings.
    [[nodiscard]] result<std::int64_t> score_columns(rating_columns of, std::int64_t count,
                                                     const bplan_score_columns& to) const noexcept {
        return detail::call<std::int64_t>(bplan_scheme_score_columns, *this, of.data(), count, &to);
    }
    /// The same for arrays of structs: row i of a domain is i strides behind its first byte.
    [[nodiscard]] result<std::int64_t> score_strided(rating_columns of,
                                                     const rating_strides& strides,
                                                     std::int64_t count,
                                                     const bplan_score_columns& to) const noexcept {
        return detail::call<std::int64_t>(bplan_scheme_score_strided, *this, of.data(),
                                          strides.data(), count, &to);
    }
    /// The same for assessments given by their codes.
    status score_packed(const std::uint16_t* codes, std::int64_t count,
                        const bplan_score_columns& to) const noexcept {
        return detail::run(bplan_scheme_score_packed, *this, codes, count, &to);
    }
};

/// How two schemes differ, as JSON. `counts` are BPLAN_ASSESSMENTS numbers of persons by the code
/// of their assessment; null for every assessment once.
[[nodiscard]] inline result<document> compare(const scheme& first, const scheme& second,
                                              const std::int64_t* counts = nullptr) noexcept {
    return detail::call<document>(bplan_scheme_compare, first, second, counts);
}

} // namespace brukerplan_c

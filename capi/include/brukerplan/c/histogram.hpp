// How many persons have which assessment.
#pragma once

#include <cstdint>
#include <type_traits>

#include <brukerplan/c/context.hpp>
#include <brukerplan/c/scheme.hpp>

namespace brukerplan_c {

/// Counts of the BPLAN_ASSESSMENTS assessments: all that any scheme needs to know of a group. One
/// thread at a time while it is changed. What fails adds nothing.
class histogram : public handle<bplan_histogram, bplan_histogram_free> {
public:
    using handle::handle;

    /// Of nobody.
    [[nodiscard]] static result<histogram> create() noexcept {
        return detail::call<histogram>(bplan_histogram_create);
    }

    /// Rows of columns, as scheme::score_columns() takes them. Those that hold no ratings are
    /// counted apart.
    status add_columns(rating_columns of, std::int64_t count) noexcept {
        return detail::run(bplan_histogram_add_columns, *this, of.data(), count);
    }
    /// Arrays of structs, as scheme::score_strided() takes them.
    status add_strided(rating_columns of, const rating_strides& strides,
                       std::int64_t count) noexcept {
        return detail::run(bplan_histogram_add_strided, *this, of.data(), strides.data(), count);
    }
    /// Assessments given by their codes.
    status add_packed(const std::uint16_t* codes, std::int64_t count) noexcept {
        return detail::run(bplan_histogram_add_packed, *this, codes, count);
    }
    /// The rows of an Arrow batch, as score_table() takes it.
    status add_table(const context& with, const ArrowSchema& schema,
                     const ArrowArray& batch) noexcept {
        return detail::run(bplan_histogram_add_table, *this, with, &schema, &batch);
    }
    /// The rows of a stream, which is taken: it has been released when the call returns.
    status add_stream(const context& with, ArrowArrayStream& stream) noexcept {
        return detail::run(bplan_histogram_add_stream, *this, with, &stream,
                           static_cast<bplan_progress*>(nullptr), static_cast<void*>(nullptr));
    }
    /// The same, with a function as validate_stream() takes it.
    template <class Progress>
    status add_stream(const context& with, ArrowArrayStream& stream, Progress&& progress) noexcept {
        bplan_progress* const told = detail::tell<std::remove_reference_t<Progress>>;
        return detail::run(bplan_histogram_add_stream, *this, with, &stream, told,
                           detail::payload_of(progress));
    }
    /// Counts made elsewhere, BPLAN_ASSESSMENTS of them by code, and a number of unreadable rows.
    status add_counts(const std::int64_t* counts, std::int64_t unreadable = 0) noexcept {
        return detail::run(bplan_histogram_add_counts, *this, counts, unreadable);
    }

    /// BPLAN_ASSESSMENTS counts by code, borrowed from the histogram.
    [[nodiscard]] result<const std::int64_t*> counts() const noexcept {
        return detail::call<const std::int64_t*>(bplan_histogram_get_counts, *this);
    }
    [[nodiscard]] result<std::int64_t> count_persons() const noexcept {
        return detail::call<std::int64_t>(bplan_histogram_count_persons, *this);
    }
    /// Rows that were not counted, since a number in them is no rating.
    [[nodiscard]] result<std::int64_t> count_unreadable() const noexcept {
        return detail::call<std::int64_t>(bplan_histogram_count_unreadable, *this);
    }
};

} // namespace brukerplan_c

// How many persons have which assessment: the counts that any scheme can be applied to afterwards.
#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include <brukerplan/model/registration.hpp>
#include <brukerplan/scoring/scheme.hpp>

#include "arguments.hpp"
#include "scheme.hpp"
#include "table.hpp"

namespace capi = brukerplan::capi;

struct bplan_histogram {
    std::vector<std::int64_t> persons =
        std::vector<std::int64_t>(brukerplan::assessment::space); ///< by code
    std::int64_t counted = 0;                                     ///< the sum of `persons`
    std::int64_t unreadable = 0;
};

namespace {

using brukerplan::assessment;

/// As many rows more than have been counted, or refuses: every count stays within 63 bits.
void need_room(const bplan_histogram& to, std::size_t rows) {
    const auto most = std::numeric_limits<std::int64_t>::max() - static_cast<std::int64_t>(rows);
    if (to.counted > most || to.unreadable > most) {
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "there would be too many persons"};
    }
}

/// Adds rows; `row_of(row)` is the assessment of a row, or none when it cannot be read.
template <class RowOf>
void count_rows(bplan_histogram& to, std::size_t rows, RowOf row_of) {
    need_room(to, rows);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::optional<assessment> a = row_of(row);
        if (a) {
            ++to.persons[a->code()];
            ++to.counted;
        } else {
            ++to.unreadable;
        }
    }
}

/// Adds `more`, or refuses: sums stay within 63 bits, and a refused call changes nothing.
void add_counts(bplan_histogram& to, const std::int64_t* more, std::int64_t unreadable) {
    auto left = std::numeric_limits<std::int64_t>::max() - to.counted;
    std::int64_t sum = 0;
    for (std::size_t code = 0; code < assessment::space; ++code) {
        if (more[code] < 0 || more[code] > left) {
            throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT,
                                "a count is negative, or they are too many together",
                                static_cast<std::int64_t>(code)};
        }
        left -= more[code];
        sum += more[code];
    }
    if (unreadable < 0 || unreadable > std::numeric_limits<std::int64_t>::max() - to.unreadable) {
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "unreadable is negative, or too many"};
    }
    std::transform(to.persons.begin(), to.persons.end(), more, to.persons.begin(), std::plus{});
    to.counted += sum;
    to.unreadable += unreadable;
}

/// The persons of Arrow rows, counted apart: rows that turn out to be bad add nothing.
class table_histogram {
public:
    table_histogram(const bplan_context& context, const ArrowSchema& schema)
        : context_(context),
          reader_(capi::reader_for(context, schema, brukerplan::arrow_columns::of_an_index)),
          rows_(reader_.make_table()) {}

    void add(const ArrowArray& batch, const capi::progress_teller& tell) {
        capi::for_rows_of(batch, reader_, rows_, [&](const brukerplan::column_table& rows) {
            count_rows(counts_, rows.rows(), [&](std::size_t row) {
                const brukerplan::registration r{rows, context_.pack().roles, row};
                return r.rating_unreadable() ? std::nullopt : std::optional{r.assessment()};
            });
            tell(static_cast<std::uint64_t>(counts_.counted + counts_.unreadable));
        });
    }

    void add_to(bplan_histogram& whole) const {
        add_counts(whole, counts_.persons.data(), counts_.unreadable);
    }

private:
    const bplan_context& context_;
    brukerplan::arrow_batch_reader reader_;
    brukerplan::column_table rows_;
    bplan_histogram counts_;
};

/// The counts of persons of whom `holds(score)`.
template <class Holds>
std::int64_t count_persons(const brukerplan::scheme& by, const std::int64_t* counts, Holds holds) {
    std::int64_t persons = 0;
    auto left = std::numeric_limits<std::int64_t>::max();
    for (const auto a : brukerplan::all_assessments) {
        const auto count = counts[a.code()];
        if (count < 0 || count > left) {
            throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT,
                                "a count is negative, or they are too many together", a.code()};
        }
        left -= count;
        persons += holds(by(a)) ? count : 0;
    }
    return persons;
}

} // namespace

int32_t bplan_histogram_create(bplan_histogram** histogram, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(histogram), [&] { *histogram = new bplan_histogram; });
}

void bplan_histogram_free(bplan_histogram* histogram) noexcept {
    delete histogram;
}

int32_t bplan_histogram_add_strided(bplan_histogram* histogram, const uint8_t** ratings,
                                    const int64_t* strides, int64_t count,
                                    bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(), [&] {
        auto& to = capi::required(histogram, "histogram");
        const auto rows = capi::count_argument(count);
        const auto columns = capi::ratings_argument(ratings, rows);
        const auto steps = capi::strides_argument(strides, rows);
        count_rows(to, rows, [&](std::size_t row) {
            std::array<std::uint8_t, brukerplan::domain_count> numbers{};
            for (std::size_t d = 0; d < numbers.size(); ++d) {
                numbers[d] = columns[d][static_cast<std::ptrdiff_t>(row) * steps[d]];
            }
            return capi::assessment_of(numbers.data());
        });
    });
}

int32_t bplan_histogram_add_columns(bplan_histogram* histogram, const uint8_t** ratings,
                                    int64_t count, bplan_error* err) noexcept {
    constexpr std::array<int64_t, brukerplan::domain_count> next_to_each_other{1, 1, 1, 1,
                                                                               1, 1, 1, 1};
    return bplan_histogram_add_strided(histogram, ratings, next_to_each_other.data(), count, err);
}

int32_t bplan_histogram_add_packed(bplan_histogram* histogram, const uint16_t* codes, int64_t count,
                                   bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(), [&] {
        auto& to = capi::required(histogram, "histogram");
        const auto rows = capi::count_argument(count);
        const auto* from = capi::array_argument(codes, rows, "codes");
        count_rows(to, rows, [&](std::size_t row) { return assessment{from[row]}; });
    });
}

int32_t bplan_histogram_add_table(bplan_histogram* histogram, const bplan_context* context,
                                  const struct ArrowSchema* schema, const struct ArrowArray* batch,
                                  bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(), [&] {
        auto& to = capi::required(histogram, "histogram");
        const auto& with = capi::required(context, "context");
        table_histogram part{with, capi::required(schema, "schema")};
        part.add(capi::required(batch, "batch"), {});
        part.add_to(to);
    });
}

int32_t bplan_histogram_add_stream(bplan_histogram* histogram, const bplan_context* context,
                                   struct ArrowArrayStream* stream, bplan_progress* progress,
                                   void* payload, bplan_error* err) noexcept {
    capi::taken_stream taken{stream};
    return capi::guarded(err, capi::outputs(), [&] {
        auto& to = capi::required(histogram, "histogram");
        const auto& with = capi::required(context, "context");
        table_histogram part{with, taken.schema()};
        taken.for_batches([&](const ArrowArray& batch) { part.add(batch, {progress, payload}); });
        part.add_to(to);
    });
}

int32_t bplan_histogram_add_counts(bplan_histogram* histogram, const int64_t* counts,
                                   int64_t unreadable, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(), [&] {
        auto& to = capi::required(histogram, "histogram");
        add_counts(to, &capi::required(counts, "counts"), unreadable);
    });
}

int32_t bplan_histogram_get_counts(const bplan_histogram* histogram, const int64_t** counts,
                                   bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(counts),
                         [&] { *counts = capi::required(histogram, "histogram").persons.data(); });
}

int32_t bplan_histogram_count_persons(const bplan_histogram* histogram, int64_t* persons,
                                      bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(persons),
                         [&] { *persons = capi::required(histogram, "histogram").counted; });
}

int32_t bplan_histogram_count_unreadable(const bplan_histogram* histogram, int64_t* unreadable,
                                         bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(unreadable),
                         [&] { *unreadable = capi::required(histogram, "histogram").unreadable; });
}

int32_t bplan_scheme_count_class(const bplan_scheme* scheme, const int64_t* counts,
                                 int32_t index_class, int64_t* persons, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(persons), [&] {
        const auto& by = capi::scheme_argument(scheme);
        const auto wanted =
            capi::choice_argument(index_class, brukerplan::index_class::blue_light, "class");
        *persons = count_persons(by, &capi::required(counts, "counts"),
                                 [&](const auto& score) { return score.result == wanted; });
    });
}

int32_t bplan_scheme_count_no_class(const bplan_scheme* scheme, const int64_t* counts,
                                    int32_t reason, int64_t* persons, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(persons), [&] {
        const auto& by = capi::scheme_argument(scheme);
        const auto wanted =
            capi::choice_argument(reason, brukerplan::no_class_reason::no_rule_holds, "reason");
        *persons = count_persons(by, &capi::required(counts, "counts"),
                                 [&](const auto& score) { return score.reason == wanted; });
    });
}

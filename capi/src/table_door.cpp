// The column door: Arrow columns in, what was found in them out.
#include <algorithm>
#include <memory>
#include <span>
#include <utility>

#include <brukerplan/model/registration.hpp>
#include <brukerplan/validation/likely_identity.hpp>

#include "table.hpp"
#include "validation.hpp"
#include "write/arrow_results.hpp"

namespace capi = brukerplan::capi;

namespace {

/// Validates batch after batch.
class table_validation {
public:
    table_validation(const bplan_context& context, const ArrowSchema& schema,
                     std::int64_t most_details, bool keep_rows)
        : context_(context),
          reader_(capi::reader_for(context, schema, brukerplan::arrow_columns::of_a_file)),
          rows_(reader_.make_table()),
          result_(capi::make_validation(context, static_cast<std::size_t>(most_details))) {
        result_->unknown_columns = reader_.unknown_columns();
        result_->rows_kept = keep_rows;
    }

    void add(const ArrowArray& batch, const capi::progress_teller& tell) {
        capi::for_rows_of(batch, reader_, rows_, [&](const brukerplan::column_table& rows) {
            const auto worst = context_.validator.validate(rows, result_->log);
            if (result_->rows_kept) {
                keep(worst);
            }
            tell(result_->log.rows());
        });
    }

    [[nodiscard]] bplan_validation* finish() { return capi::finished(std::move(result_)); }

private:
    void keep(std::span<const brukerplan::severity> worst) {
        auto& kept = result_->worst;
        const auto before = kept.size();
        kept.resize(before + worst.size());
        std::transform(worst.begin(), worst.end(), kept.begin() + before,
                       [](auto severity) { return static_cast<std::int8_t>(severity); });
    }

    const bplan_context& context_;
    brukerplan::arrow_batch_reader reader_;
    brukerplan::column_table rows_;
    std::unique_ptr<bplan_validation> result_;
};

brukerplan::detail::arrow_node scores_of(const bplan_context& context, const ArrowSchema& schema,
                                         const ArrowArray& batch) {
    if (!context.scheme) {
        throw capi::refusal{BPLAN_ERROR_UNKNOWN_SCHEME, "the pack has no scoring scheme"};
    }
    auto reader = capi::reader_for(context, schema, brukerplan::arrow_columns::of_an_index);
    auto table = reader.make_table();
    brukerplan::detail::scores_in_columns scores{*context.scheme};
    capi::for_rows_of(batch, reader, table, [&](const brukerplan::column_table& rows) {
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            const brukerplan::registration r{rows, context.pack().roles, row};
            // No number of the record instead: it would count from the beginning of the batch.
            const bool hidden = brukerplan::may_identify(r.row_ref(), r.national_number());
            scores.add(hidden ? std::string_view{} : r.row_ref(),
                       brukerplan::score_of(r, *context.scheme));
        }
    });
    return std::move(scores).finish();
}

} // namespace

int32_t bplan_table_validate(const bplan_context* context, const struct ArrowSchema* schema,
                             const struct ArrowArray* batch, int64_t most_details,
                             bplan_validation** validation, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(validation), [&] {
        const auto& with = capi::required(context, "context");
        const auto& type = capi::required(schema, "schema");
        const auto& rows = capi::required(batch, "batch");
        capi::need_details(most_details);
        table_validation run{with, type, most_details, true};
        run.add(rows, {});
        *validation = run.finish();
    });
}

int32_t bplan_table_validate_stream(const bplan_context* context, struct ArrowArrayStream* stream,
                                    int64_t most_details, int32_t keep_rows,
                                    bplan_progress* progress, void* payload,
                                    bplan_validation** validation, bplan_error* err) noexcept {
    capi::taken_stream taken{stream};
    return capi::guarded(err, capi::outputs(validation), [&] {
        const auto& with = capi::required(context, "context");
        capi::need_details(most_details);
        const bool keep = capi::switch_argument(keep_rows, "keep_rows");
        table_validation run{with, taken.schema(), most_details, keep};
        taken.for_batches([&](const ArrowArray& batch) { run.add(batch, {progress, payload}); });
        *validation = run.finish();
    });
}

int32_t bplan_table_score(const bplan_context* context, const struct ArrowSchema* schema,
                          const struct ArrowArray* batch, struct ArrowSchema* scores_schema,
                          struct ArrowArray* scores, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(scores_schema, scores), [&] {
        const auto& with = capi::required(context, "context");
        brukerplan::detail::give(
            scores_of(with, capi::required(schema, "schema"), capi::required(batch, "batch")),
            *scores_schema, *scores);
    });
}

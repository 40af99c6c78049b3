// The column door: Arrow columns in, what was found in them out.
#include <memory>
#include <utility>

#include <brukerplan/arrow_c_data.h>
#include <brukerplan/model/registration.hpp>
#include <brukerplan/read/arrow.hpp>

#include "arguments.hpp"
#include "context.hpp"
#include "guard.hpp"
#include "validation.hpp"
#include "write/arrow_results.hpp"

namespace capi = brukerplan::capi;

namespace {

/// Releases what it was given to hold.
template <class Struct>
class owned {
public:
    owned() = default;
    explicit owned(Struct* borrowed) noexcept : struct_(borrowed) {}
    owned(const owned&) = delete;
    owned& operator=(const owned&) = delete;
    ~owned() { release(); }

    [[nodiscard]] Struct* get() noexcept { return struct_; }
    [[nodiscard]] bool released() const noexcept {
        return struct_ == nullptr || struct_->release == nullptr;
    }
    void release() noexcept {
        if (!released()) {
            struct_->release(struct_);
        }
    }

private:
    Struct own_{};
    Struct* struct_ = &own_;
};

std::int32_t code_of(brukerplan::arrow_fault fault) noexcept {
    switch (fault) {
    case brukerplan::arrow_fault::schema:
        return BPLAN_ERROR_ARROW_SCHEMA;
    case brukerplan::arrow_fault::column_type:
        return BPLAN_ERROR_COLUMN_TYPE;
    case brukerplan::arrow_fault::no_columns:
    case brukerplan::arrow_fault::missing_columns:
        return BPLAN_ERROR_MISSING_COLUMNS;
    case brukerplan::arrow_fault::duplicate_columns:
        return BPLAN_ERROR_DUPLICATE_COLUMNS;
    default:
        return BPLAN_ERROR_ARROW_BATCH;
    }
}

/// `rows_before` are those of the batches before the one that it is about.
[[noreturn]] void refuse(const brukerplan::arrow_error& error, std::uint64_t rows_before = 0) {
    const auto row = error.row < 0 ? -1 : error.row + static_cast<std::int64_t>(rows_before);
    throw capi::refusal{code_of(error.fault), error.message, row,
                        static_cast<std::int32_t>(error.column)};
}

void need(const std::optional<brukerplan::arrow_error>& error, std::uint64_t rows_before = 0) {
    if (error) {
        refuse(*error, rows_before);
    }
}

brukerplan::arrow_batch_reader reader_for(const bplan_context& context, const ArrowSchema& schema,
                                          brukerplan::arrow_columns needed) {
    auto reader = brukerplan::arrow_batch_reader::from_schema(schema, context.shared_pack, needed);
    if (!reader) {
        refuse(reader.error());
    }
    return *std::move(reader);
}

/// Tells a caller how far it has come, and asks whether to go on.
struct progress_teller {
    bplan_progress* call = nullptr;
    void* payload = nullptr;

    void operator()(std::uint64_t rows) const {
        if (call != nullptr && call(static_cast<std::int64_t>(rows), payload) != 0) {
            throw capi::refusal{BPLAN_ERROR_CANCELLED, "the caller's function cancelled the call"};
        }
    }
};

/// Validates batch after batch.
class table_validation {
public:
    table_validation(const bplan_context& context, const ArrowSchema& schema,
                     std::int64_t most_details, bool keep_rows)
        : context_(context),
          reader_(reader_for(context, schema, brukerplan::arrow_columns::of_a_file)),
          rows_(reader_.make_table()), result_(std::make_unique<bplan_validation>()) {
        result_->pack = context.shared_pack;
        result_->language = context.language;
        result_->log = brukerplan::finding_log{static_cast<std::size_t>(most_details)};
        result_->unknown_columns = reader_.unknown_columns();
        result_->rows_kept = keep_rows;
    }

    void add(const ArrowArray& batch, const progress_teller& tell) {
        const auto before = result_->log.rows();
        need(reader_.begin(batch));
        for (need(reader_.next(rows_), before); rows_.rows() > 0;
             need(reader_.next(rows_), before)) {
            for (const auto worst : context_.validator.validate(rows_, result_->log)) {
                if (result_->rows_kept) {
                    result_->worst.push_back(static_cast<std::int8_t>(worst));
                }
            }
            tell(result_->log.rows());
        }
    }

    [[nodiscard]] bplan_validation* finish() {
        result_->units = result_->log.counts().units();
        return result_.release();
    }

private:
    const bplan_context& context_;
    brukerplan::arrow_batch_reader reader_;
    brukerplan::column_table rows_;
    std::unique_ptr<bplan_validation> result_;
};

void need_details(std::int64_t most_details) {
    if (most_details < 0) {
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "most_details is negative"};
    }
}

/// What a stream's functions return is an errno code; its words may be about what it reads.
void need_stream(int failure) {
    if (failure != 0) {
        throw capi::refusal{BPLAN_ERROR_ARROW_STREAM,
                            "the stream failed with its code " + std::to_string(failure)};
    }
}

brukerplan::detail::arrow_node scores_of(const bplan_context& context, const ArrowSchema& schema,
                                         const ArrowArray& batch) {
    if (!context.scheme) {
        throw capi::refusal{BPLAN_ERROR_UNKNOWN_SCHEME, "the pack has no scoring scheme"};
    }
    auto reader = reader_for(context, schema, brukerplan::arrow_columns::of_an_index);
    need(reader.begin(batch));
    auto rows = reader.make_table();
    brukerplan::detail::scores_in_columns scores{*context.scheme};
    for (need(reader.next(rows)); rows.rows() > 0; need(reader.next(rows))) {
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            const brukerplan::registration r{rows, context.pack().roles, row};
            scores.add(brukerplan::shown_reference(r.row_ref(), r.record(), r.national_number()),
                       brukerplan::score_of(r, *context.scheme));
        }
    }
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
        need_details(most_details);
        table_validation run{with, type, most_details, true};
        run.add(rows, {});
        *validation = run.finish();
    });
}

int32_t bplan_table_validate_stream(const bplan_context* context, struct ArrowArrayStream* stream,
                                    int64_t most_details, int32_t keep_rows,
                                    bplan_progress* progress, void* payload,
                                    bplan_validation** validation, bplan_error* err) noexcept {
    owned<ArrowArrayStream> taken{stream};
    return capi::guarded(err, capi::outputs(validation), [&] {
        const auto& with = capi::required(context, "context");
        auto& batches = capi::required(stream, "stream");
        if (taken.released() || batches.get_schema == nullptr || batches.get_next == nullptr) {
            throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "the stream has been released"};
        }
        need_details(most_details);
        const bool keep = capi::switch_argument(keep_rows, "keep_rows");
        owned<ArrowSchema> schema;
        need_stream(batches.get_schema(&batches, schema.get()));
        table_validation run{with, *schema.get(), most_details, keep};
        while (true) {
            owned<ArrowArray> batch;
            need_stream(batches.get_next(&batches, batch.get()));
            if (batch.released()) {
                break;
            }
            run.add(*batch.get(), {progress, payload});
        }
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

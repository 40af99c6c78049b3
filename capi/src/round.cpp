// A round of registrations, counted: experimental, as its tables will grow.
#define BPLAN_ENABLE_EXPERIMENTAL
#include <brukerplan/brukerplan_experimental.h>

#include <memory>
#include <optional>
#include <utility>

#include <brukerplan/statistics/round_summary.hpp>
#include <brukerplan/write/report_document.hpp>

#include "document.hpp"
#include "table.hpp"

namespace capi = brukerplan::capi;

/// Borrows its context. The builder is gone when the round is finished.
struct bplan_round {
    explicit bplan_round(const bplan_context& by)
        : context(&by), findings(0), builder(std::in_place, by.validator, findings) {}
    bplan_round(const bplan_round&) = delete;
    bplan_round& operator=(const bplan_round&) = delete;

    const bplan_context* context;
    brukerplan::finding_log findings;
    std::optional<brukerplan::round_builder> builder;
    bool busy = false; ///< a call is under way, which may have called the caller's function
};

namespace {

brukerplan::round_builder& open_builder(bplan_round* round) {
    auto& builder = capi::required(round, "round").builder;
    if (round->busy) {
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "another call is using the round"};
    }
    if (!builder) {
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "the round is finished, or has failed"};
    }
    return *builder;
}

/// `use(builder, context)`; whatever goes wrong ends the round, since a part of it may be done.
template <class Outputs, class Use>
int32_t with_builder(bplan_round* round, const Outputs& outputs, bplan_error* err,
                     Use use) noexcept {
    return capi::guarded(err, outputs, [&] {
        auto& builder = open_builder(round);
        round->busy = true;
        try {
            use(builder, *round->context);
        } catch (...) {
            round->busy = false;
            round->builder.reset();
            throw;
        }
        round->busy = false;
    });
}

} // namespace

int32_t bplan_round_create(const bplan_context* context, bplan_round** round,
                           bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(round), [&] {
        const auto& by = capi::required(context, "context");
        if (!by.scheme) {
            throw capi::refusal{BPLAN_ERROR_UNKNOWN_SCHEME, "the pack has no scoring scheme"};
        }
        *round = new bplan_round{by};
    });
}

void bplan_round_free(bplan_round* round) noexcept {
    delete round;
}

int32_t bplan_round_add_table(bplan_round* round, const struct ArrowSchema* schema,
                              const struct ArrowArray* batch, bplan_error* err) noexcept {
    return with_builder(round, capi::outputs(), err, [&](auto& builder, const auto& by) {
        auto reader = capi::reader_for(by, capi::required(schema, "schema"),
                                       brukerplan::arrow_columns::of_a_file);
        auto table = reader.make_table();
        capi::for_rows_of(capi::required(batch, "batch"), reader, table,
                          [&](const brukerplan::column_table& rows) { builder.add(rows); });
    });
}

int32_t bplan_round_add_stream(bplan_round* round, struct ArrowArrayStream* stream,
                               bplan_progress* progress, void* payload, bplan_error* err) noexcept {
    capi::taken_stream taken{stream};
    return with_builder(round, capi::outputs(), err, [&](auto& builder, const auto& by) {
        auto reader = capi::reader_for(by, taken.schema(), brukerplan::arrow_columns::of_a_file);
        auto table = reader.make_table();
        const capi::progress_teller tell{progress, payload};
        taken.for_batches([&](const ArrowArray& batch) {
            capi::for_rows_of(batch, reader, table, [&](const brukerplan::column_table& rows) {
                builder.add(rows);
                tell(round->findings.rows());
            });
        });
    });
}

int32_t bplan_round_finish(bplan_round* round, bplan_document** document,
                           bplan_error* err) noexcept {
    return with_builder(round, capi::outputs(document), err, [&](auto& builder, const auto& by) {
        const auto counted = builder.finish();
        auto made = std::make_unique<bplan_document>();
        made->text = brukerplan::make_report_document(counted, round->findings, by.pack(),
                                                      *by.scheme, by.validator.options());
        round->builder.reset();
        *document = made.release();
    });
}

// Counts that a projection rests on: from registrations or from somebody else's, added up, saved.
#include "mapping_counts.hpp"

#include <cstdint>
#include <limits>
#include <memory>

#include <brukerplan/write/mapping_counts_document.hpp>

#include "document.hpp"
#include "table.hpp"

namespace capi = brukerplan::capi;

namespace brukerplan::capi {

void refuse(const count_file_error& error) {
    auto message = messages_of(error, "en").front();
    if (error.fault_count > 1) {
        message += " (and " + std::to_string(error.fault_count - 1) + " more)";
    }
    throw refusal{BPLAN_ERROR_INVALID_ARGUMENT, std::move(message)};
}

} // namespace brukerplan::capi

namespace {

using brukerplan::mapping_counts;
using brukerplan::registration_count_totals;

void need_room(const mapping_counts& to, const mapping_counts& more) {
    for (const auto& [key, round] : more.rounds) {
        const auto there = to.rounds.find(key);
        if (there != to.rounds.end() &&
            there->second.recipients >
                std::numeric_limits<std::uint32_t>::max() - round.recipients) {
            throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "there would be too many persons"};
        }
    }
}

/// All of them or none, whatever fails.
void add(mapping_counts& to, mapping_counts more) {
    need_room(to, more);
    mapping_counts in_both;
    for (const auto& [key, round] : more.rounds) {
        if (const auto there = to.rounds.find(key); there != to.rounds.end()) {
            in_both.rounds.emplace(*there);
        }
    }
    more.merge(in_both);
    for (const auto& [key, round] : in_both.rounds) {
        to.rounds.erase(key);
    }
    to.rounds.merge(more.rounds); // moves what it does not have
}

void add(registration_count_totals& to, const registration_count_totals& more) {
    to.rows.rows += more.rows.rows;
    to.rows.unreadable += more.rows.unreadable;
    to.rows.with_errors += more.rows.with_errors;
    to.rows.registrations += more.rows.registrations;
    to.unplaced += more.unplaced;
    to.persons += more.persons;
    to.unlinked += more.unlinked;
    to.received_unanswered += more.received_unanswered;
    to.needed_unanswered += more.needed_unanswered;
}

/// Registrations that belong together, counted apart: what turns out to be bad adds nothing.
class table_counts {
public:
    table_counts(const bplan_context& context, const ArrowSchema& schema)
        : reader_(capi::reader_for(context, schema, brukerplan::arrow_columns::of_a_file)),
          rows_(reader_.make_table()), findings_(0), counter_(context.validator, findings_) {}
    table_counts(const table_counts&) = delete;
    table_counts& operator=(const table_counts&) = delete;

    void add(const ArrowArray& batch, const capi::progress_teller& tell) {
        capi::for_rows_of(batch, reader_, rows_, [&](const brukerplan::column_table& rows) {
            counter_.add(rows);
            tell(findings_.rows());
        });
    }

    void add_to(bplan_mapping_counts& whole) {
        auto [counts, totals] = counter_.finish();
        for (const auto& [key, round] : counts.rounds) {
            if (whole.counts.rounds.contains(key)) {
                throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT,
                                    "a municipality's round is there already: all its "
                                    "registrations belong in one call"};
            }
        }
        ::add(whole.counts, std::move(counts));
        ::add(whole.totals, totals);
    }

private:
    brukerplan::arrow_batch_reader reader_;
    brukerplan::column_table rows_;
    brukerplan::finding_log findings_;
    brukerplan::registration_counter counter_;
};

std::uint64_t total_of(const registration_count_totals& of, std::int32_t total) {
    switch (total) {
    case BPLAN_COUNTED_ROWS:
        return of.rows.rows;
    case BPLAN_COUNTED_WITH_ERRORS:
        return of.rows.unreadable + of.rows.with_errors;
    case BPLAN_COUNTED_UNPLACED:
        return of.unplaced;
    case BPLAN_COUNTED_PERSONS:
        return of.persons;
    case BPLAN_COUNTED_UNLINKED:
        return of.unlinked;
    case BPLAN_COUNTED_RECEIVED_UNANSWERED:
        return of.received_unanswered;
    case BPLAN_COUNTED_NEEDED_UNANSWERED:
        return of.needed_unanswered;
    default:
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "there is no such total"};
    }
}

} // namespace

int32_t bplan_mapping_counts_create(bplan_mapping_counts** counts, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(counts), [&] { *counts = new bplan_mapping_counts; });
}

void bplan_mapping_counts_free(bplan_mapping_counts* counts) noexcept {
    delete counts;
}

int32_t bplan_mapping_counts_add_table(bplan_mapping_counts* counts, const bplan_context* context,
                                       const struct ArrowSchema* schema,
                                       const struct ArrowArray* batch, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(), [&] {
        auto& to = capi::required(counts, "counts");
        const auto& with = capi::required(context, "context");
        table_counts part{with, capi::required(schema, "schema")};
        part.add(capi::required(batch, "batch"), {});
        part.add_to(to);
    });
}

int32_t bplan_mapping_counts_add_stream(bplan_mapping_counts* counts, const bplan_context* context,
                                        struct ArrowArrayStream* stream, bplan_progress* progress,
                                        void* payload, bplan_error* err) noexcept {
    capi::taken_stream taken{stream};
    return capi::guarded(err, capi::outputs(), [&] {
        auto& to = capi::required(counts, "counts");
        const auto& with = capi::required(context, "context");
        table_counts part{with, taken.schema()};
        taken.for_batches([&](const ArrowArray& batch) { part.add(batch, {progress, payload}); });
        part.add_to(to);
    });
}

int32_t bplan_mapping_counts_add_csv(bplan_mapping_counts* counts, const char* cells,
                                     int64_t cells_length, const char* profiles,
                                     int64_t profiles_length, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(), [&] {
        auto& to = capi::required(counts, "counts");
        const auto of_cells = capi::text_argument(cells, cells_length, "cells");
        const auto of_profiles = capi::text_argument(profiles, profiles_length, "profiles");
        mapping_counts read;
        if (!of_cells.empty() || of_profiles.empty()) {
            read = capi::usable(brukerplan::read_counts(brukerplan::text_source(of_cells)));
        }
        if (!of_profiles.empty()) {
            const auto error =
                brukerplan::read_profiles(brukerplan::text_source(of_profiles), read);
            if (error) {
                capi::refuse(*error);
            }
        }
        add(to.counts, std::move(read));
    });
}

int32_t bplan_mapping_counts_merge(bplan_mapping_counts* counts, const bplan_mapping_counts* other,
                                   bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(), [&] {
        auto& to = capi::required(counts, "counts");
        const auto& more = capi::required(other, "other");
        if (&to == &more) {
            throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT,
                                "these are the same counts: nobody is counted twice"};
        }
        add(to.counts, more.counts);
        add(to.totals, more.totals);
    });
}

int32_t bplan_mapping_counts_save(const bplan_mapping_counts* counts, bplan_document** document,
                                  bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(document), [&] {
        auto made = std::make_unique<bplan_document>();
        made->text = brukerplan::mapping_counts_document(capi::required(counts, "counts").counts);
        *document = made.release();
    });
}

int32_t bplan_mapping_counts_restore(const char* json, int64_t length,
                                     bplan_mapping_counts** counts, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(counts), [&] {
        auto read = brukerplan::read_mapping_counts(capi::text_argument(json, length, "json"));
        if (!read) {
            throw capi::refusal{BPLAN_ERROR_INVALID_STATE,
                                "state: " + read.error().path + ": " + read.error().message};
        }
        *counts = new bplan_mapping_counts{*std::move(read), {}};
    });
}

int32_t bplan_mapping_counts_get_total(const bplan_mapping_counts* counts, int32_t total,
                                       int64_t* number, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(number), [&] {
        *number =
            static_cast<std::int64_t>(total_of(capi::required(counts, "counts").totals, total));
    });
}

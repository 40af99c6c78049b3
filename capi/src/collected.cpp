// The first stage: batches of registrations in, and merged to persons.
#include <algorithm>
#include <string_view>
#include <vector>

#include <brukerplan/register/merge_policy.hpp>

#include "instrument/json_document.hpp"
#include "instrument/json_reader.hpp"
#include "stages.hpp"
#include "table.hpp"

namespace capi = brukerplan::capi;

namespace {

using field_rule = std::pair<std::string, brukerplan::merge_rule>;

/// `use(stage)`; whatever goes wrong empties the stage, since a part of it may be done.
template <class Use>
void add_to(bplan_collected* stage, Use use) {
    static_cast<void>(capi::open_round(stage, "collected"));
    stage->busy = true;
    try {
        capi::refusing([&] { use(*stage); });
    } catch (...) {
        stage->busy = false;
        stage->round.reset();
        throw;
    }
    stage->busy = false;
}

void note_unknown_columns(bplan_validation& in, const brukerplan::arrow_batch_reader& reader) {
    auto& columns = in.unknown_columns;
    const auto& more = reader.unknown_columns();
    columns.insert(columns.end(), more.begin(), more.end());
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
}

/// Batches of one table on their way into a stage. Their rows are numbered on from those before.
class incoming_table {
public:
    incoming_table(bplan_collected& stage, const ArrowSchema& schema)
        : stage_(stage),
          reader_(capi::reader_for(*stage.context, schema, brukerplan::arrow_columns::of_a_file)),
          rows_(reader_.make_table()), before_(stage.found->log.rows()) {
        note_unknown_columns(*stage.found, reader_);
    }

    void add(const ArrowArray& batch, const capi::progress_teller& tell) {
        capi::for_rows_of(batch, reader_, rows_, [&](const brukerplan::column_table&) {
            rows_.first_record += before_;
            stage_.round->add(rows_);
            tell(stage_.found->log.rows());
        });
    }

private:
    bplan_collected& stage_;
    brukerplan::arrow_batch_reader reader_;
    brukerplan::column_table rows_;
    std::uint64_t before_;
};

brukerplan::merge_rule rule_argument(const brukerplan::detail::json_node& node) {
    const auto& tokens = brukerplan::merge_rule_tokens;
    const auto at = std::find(tokens.begin(), tokens.end(), node.string());
    if (at == tokens.end()) {
        std::string known;
        for (const auto token : tokens) {
            known += (known.empty() ? "" : ", ") + std::string{token};
        }
        node.fail("there is no such rule; there are " + known);
    }
    return static_cast<brukerplan::merge_rule>(at - tokens.begin());
}

std::vector<field_rule> changes_argument(const char* json, std::int64_t length) {
    std::vector<field_rule> changes;
    const auto text = capi::text_argument(json, length, "changes");
    if (text.empty()) {
        return changes;
    }
    try {
        const auto document = brukerplan::detail::parse_document(text);
        brukerplan::detail::json_node{document, ""}.each_member(
            [&](std::string_view field, const auto& rule) {
                changes.emplace_back(field, rule_argument(rule));
            });
    } catch (const brukerplan::detail::json_fault& fault) {
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT,
                            "changes: " + fault.path + ": " + fault.message};
    }
    return changes;
}

brukerplan::merge_policy policy_argument(const brukerplan::pack& of, std::string_view id,
                                         const std::vector<field_rule>& changes) {
    auto made = brukerplan::make_merge_policy(
        of, id.empty() ? brukerplan::merge_policies.front() : id, changes);
    if (!made) {
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, made.error().message};
    }
    return *std::move(made);
}

} // namespace

int32_t bplan_collected_create(const bplan_context* context, const char* mapping_id,
                               int64_t mapping_id_length, const char* by, int64_t by_length,
                               int32_t year, int32_t month, int32_t day, int64_t most_details,
                               bplan_collected** collected, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(collected), [&] {
        const auto& with = capi::required(context, "context");
        const auto mapping = capi::text_argument(mapping_id, mapping_id_length, "mapping_id");
        const auto stamp = capi::stamp_argument(by, by_length, year, month, day);
        capi::need_details(most_details);
        *collected = capi::refusing([&] {
            return new bplan_collected{with, std::string{mapping}, stamp,
                                       static_cast<std::size_t>(most_details)};
        });
    });
}

void bplan_collected_free(bplan_collected* collected) noexcept {
    delete collected;
}

int32_t bplan_collected_add_table(bplan_collected* collected, const struct ArrowSchema* schema,
                                  const struct ArrowArray* batch, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(), [&] {
        add_to(collected, [&](auto& stage) {
            incoming_table table{stage, capi::required(schema, "schema")};
            table.add(capi::required(batch, "batch"), {});
        });
    });
}

int32_t bplan_collected_add_stream(bplan_collected* collected, struct ArrowArrayStream* stream,
                                   bplan_progress* progress, void* payload,
                                   bplan_error* err) noexcept {
    capi::taken_stream taken{stream};
    return capi::guarded(err, capi::outputs(), [&] {
        add_to(collected, [&](auto& stage) {
            incoming_table table{stage, taken.schema()};
            taken.for_batches([&](const ArrowArray& batch) {
                table.add(batch, {progress, payload});
            });
        });
    });
}

int32_t bplan_collected_get_total(const bplan_collected* collected, int32_t total, int64_t* number,
                                  bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(number), [&] {
        const auto& round = capi::open_round(collected, "collected");
        *number = capi::total_of(total, round.counts(), nullptr, nullptr);
    });
}

int32_t bplan_collected_copy_validation(const bplan_collected* collected,
                                        bplan_validation** validation, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(validation), [&] {
        static_cast<void>(capi::open_round(collected, "collected"));
        *validation = capi::finished(capi::copy_of(*collected->found));
    });
}

int32_t bplan_collected_merge(bplan_collected* collected, const char* policy, int64_t policy_length,
                              const char* changes, int64_t changes_length, const char* by,
                              int64_t by_length, int32_t year, int32_t month, int32_t day,
                              bplan_merged** merged, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(merged), [&] {
        auto& round = capi::open_round(collected, "collected");
        const auto how = policy_argument(collected->context->pack(),
                                         capi::text_argument(policy, policy_length, "policy"),
                                         changes_argument(changes, changes_length));
        auto stamp = capi::stamp_argument(by, by_length, year, month, day);
        auto made = std::make_unique<bplan_merged>();
        made->found = capi::copy_of(*collected->found);
        capi::refusing([&] {
            made->round.emplace(
                brukerplan::merge(std::move(round), how, std::move(stamp), made->found->log));
        });
        collected->round.reset();
        *merged = made.release();
    });
}

#include <brukerplan/validation/validator.hpp>

#include <algorithm>
#include <utility>

#include <brukerplan/model/registration.hpp>
#include <brukerplan/validation/rule_kinds.hpp>

namespace brukerplan {

namespace {

/// A free reference as findings may show it: the record's index where it held somebody's number.
std::string shown_reference(std::string_view reference, std::uint64_t record) {
    return holds_national_number(reference) ? std::to_string(record) : std::string{reference};
}

} // namespace

validator::validator(std::shared_ptr<const pack> instrument, validation_options options)
    : pack_(std::move(instrument)), options_(options) {}

std::vector<severity> validator::validate(const column_table& batch, finding_log& log) const {
    std::vector<severity> worst(batch.rows(), severity::none);
    rule_hits hits;
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        const std::uint64_t record = batch.first_record + row;
        const bool faulty = batch.origins[row].fault != row_fault::none;
        record_facts facts;
        std::string row_ref;
        std::string unit;
        if (!faulty) {
            const registration view{batch, pack_->roles, row};
            facts = facts_of(view);
            row_ref = shown_reference(view.row_ref(), record);
            unit = shown_reference(view.unit(), record);
        }
        const record_under_test subject{*pack_, batch, row, facts, options_};
        for (std::size_t i = 0; i < pack_->rules.size(); ++i) {
            const auto& r = pack_->rules[i];
            if ((r.kind == rule_kind::row) != faulty) {
                continue;
            }
            hits.clear();
            check_rule(r, subject, hits);
            for (auto& hit : hits.all()) {
                worst[row] = std::max(worst[row], hit.severity);
                log.add({record, i, hit.severity, hit.field, row_ref, unit,
                         std::move(hit.parameters)});
            }
        }
        log.add_row(worst[row]);
    }
    return worst;
}

} // namespace brukerplan

#include <brukerplan/validation/validator.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

#include <brukerplan/model/registration.hpp>
#include <brukerplan/validation/likely_identity.hpp>
#include <brukerplan/validation/rule_kinds.hpp>

namespace brukerplan {

std::string shown_reference(std::string_view reference, std::uint64_t record,
                            std::string_view own_number) {
    return may_identify(reference, own_number) ? std::to_string(record) : std::string{reference};
}

namespace {

/// Where a record came from, as findings may say it.
struct shown_origin {
    std::string row_ref;
    std::string unit;
    unit_counts::kind what = unit_counts::kind::unnamed;
};

shown_origin origin_of(const registration& r) {
    shown_origin origin{shown_reference(r.row_ref(), r.record(), r.national_number()),
                        shown_reference(r.unit(), r.record(), r.national_number())};
    if (!r.unit().empty()) {
        origin.what =
            origin.unit == r.unit() ? unit_counts::kind::named : unit_counts::kind::masked;
    }
    return origin;
}

} // namespace

std::vector<std::size_t> related_fields(const finding& f, const pack& instrument) {
    const auto& r = instrument.rules[f.rule];
    std::vector<std::size_t> related;
    if (!checks_each(r.kind)) {
        std::copy_if(
            r.fields.begin(), r.fields.end(), std::back_inserter(related),
            [&](std::size_t field) { return field != f.field && instrument.fields[field].asked; });
    }
    return related;
}

validator::validator(std::shared_ptr<const pack> instrument, validation_options options)
    : pack_(std::move(instrument)), options_(options) {}

std::vector<severity> validator::validate(const column_table& batch, finding_log& log) const {
    std::vector<severity> worst(batch.rows(), severity::none);
    rule_hits hits;
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        const std::uint64_t record = batch.first_record + row;
        const bool faulty = batch.origins[row].fault != row_fault::none;
        worst[row] = faulty ? severity::fatal : severity::none; // whatever the rules say of it
        record_facts facts;
        if (!faulty) {
            facts = facts_of(registration{batch, pack_->roles, row});
        }
        const auto origin = faulty ? shown_origin{} : origin_of({batch, pack_->roles, row});
        log.begin_row(origin.what, origin.unit);
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
                log.add({record, i, hit.severity, hit.field, origin.row_ref, origin.unit,
                         std::move(hit.parameters)});
            }
        }
        log.end_row(worst[row]);
    }
    return worst;
}

} // namespace brukerplan

#include <brukerplan/validation/validator.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <stdexcept>
#include <utility>

#include <brukerplan/model/registration.hpp>
#include <brukerplan/validation/batch_facts.hpp>
#include <brukerplan/validation/likely_identity.hpp>
#include <brukerplan/validation/rule_kinds.hpp>

#include "validation/rule_finder.hpp"
#include "validation/rule_program.hpp"
#include "validation/unit_finder.hpp"

namespace brukerplan {

std::string shown_reference(std::string_view reference, std::uint64_t record,
                            std::string_view own_number) {
    return may_identify(reference, own_number) ? std::to_string(record) : std::string{reference};
}

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

namespace {

using detail::block_bits;
using detail::row_block;
using detail::rule_finder;

/// The worst of the findings of each row, at least fatal for a row with a fault.
void find_worst(std::span<const found_rows> found, const detail::row_word* faulty,
                std::span<severity> worst) {
    const auto words = detail::words_for(worst.size());
    std::array<block_bits, severity_tokens.size()> rows{};
    std::array<bool, severity_tokens.size()> any{};
    const auto join = [&](severity how, const detail::row_word* more) {
        const auto s = static_cast<std::size_t>(how);
        any[s] = true;
        for (std::size_t w = 0; w < words; ++w) {
            rows[s][w] |= more[w];
        }
    };
    for (const auto& f : found) {
        join(f.severity, f.rows);
    }
    if (faulty != nullptr) {
        join(severity::fatal, faulty);
    }
    for (std::size_t s = 0; s < rows.size(); ++s) { // in rising order: the last one stays
        if (any[s]) {
            detail::for_each_row(rows[s].data(), words, [&](std::size_t row) {
                worst[row] = static_cast<severity>(s);
            });
        }
    }
}

/// Makes the findings of a block whole, row by row, for as long as the log has room.
class detail_maker {
public:
    detail_maker(const detail::rule_program& program, const rule_finder& finder,
                 const row_block& block, finding_log& log)
        : program_(program), finder_(finder), block_(block), log_(log) {}

    void make(std::span<const found_rows> found) {
        block_bits any{};
        const auto words = block_.words();
        for (const auto& f : found) {
            for (std::size_t w = 0; w < words; ++w) {
                any[w] |= f.rows[w];
            }
        }
        for (std::size_t w = 0; w < words; ++w) {
            for (auto rest = any[w]; rest != 0 && log_.room(); rest &= rest - 1) {
                const auto bit = static_cast<std::size_t>(std::countr_zero(rest));
                make_row(found, w * detail::word_rows + bit);
            }
        }
    }

private:
    void make_row(std::span<const found_rows> found, std::size_t row) {
        const auto& batch = *block_.batch;
        const auto at = block_.first + row;
        const auto record = batch.first_record + at;
        const record_under_test subject{program_.instrument, batch, at, block_.facts[row],
                                        program_.options};
        name_origin(at, record);
        auto check = program_.checks.begin();
        for (std::size_t i = 0; i < found.size() && log_.room(); ++i) {
            if (!detail::holds_row(found[i].rows, row)) {
                continue;
            }
            const auto rule = found[i].rule;
            check = std::find_if(check, program_.checks.end(),
                                 [&](const auto& c) { return c.rule == rule; });
            hits_.clear();
            check_rule(program_.instrument.rules[rule], subject, hits_);
            keep(*check, row, record);
            while (i + 1 < found.size() && found[i + 1].rule == rule) {
                ++i;
            }
        }
    }

    /// Where the record came from, as findings may say it.
    void name_origin(std::size_t at, std::uint64_t record) {
        row_ref_.clear();
        unit_.clear();
        if (block_.batch->origins[at].fault == row_fault::none) {
            const registration r{*block_.batch, program_.instrument.roles, at};
            row_ref_ = shown_reference(r.row_ref(), record, r.national_number());
            unit_ = shown_reference(r.unit(), record, r.national_number());
        }
    }

    void keep(const detail::check& c, std::size_t row, std::uint64_t record) {
        for (auto& hit : hits_.all()) {
            const auto how = finder_.tuned(c, hit.severity, row);
            if (how && log_.room()) {
                log_.keep({record, c.rule, *how, hit.field, row_ref_, unit_,
                           std::move(hit.parameters)});
            }
        }
    }

    const detail::rule_program& program_;
    const rule_finder& finder_;
    const row_block& block_;
    finding_log& log_;
    rule_hits hits_;
    std::string row_ref_;
    std::string unit_;
};

std::uint64_t findings_in(const finding_counts& counts) {
    return total(counts.findings());
}

} // namespace

/// The program borrows the others, so that this neither moves nor is copied.
struct validator::state {
    state(std::shared_ptr<const pack> instrument, validation_options given)
        : instrument(std::move(instrument)), options(std::move(given)),
          program(*this->instrument, options) {}
    state(const state&) = delete;
    state& operator=(const state&) = delete;

    std::shared_ptr<const pack> instrument;
    validation_options options;
    detail::rule_program program;
};

validator::validator(std::shared_ptr<const pack> instrument, validation_options options) {
    if (const auto fault = tuning_fault(options.tuning, *instrument)) {
        throw std::invalid_argument{*fault};
    }
    state_ = std::make_shared<const state>(std::move(instrument), std::move(options));
}

const pack& validator::instrument() const noexcept {
    return *state_->instrument;
}

const validation_options& validator::options() const noexcept {
    return state_->options;
}

std::vector<severity> validator::validate(const column_table& batch, finding_log& log) const {
    const auto& program = state_->program;
    std::vector<severity> worst(batch.rows(), severity::none);
    detail::unit_finder units{batch, program.instrument.roles, log.counts()};
    rule_finder finder{program, batch, units};
    row_block block;
    block.batch = &batch;
    std::vector<unit_counts*> unit_of_row;
    for (; block.first < batch.rows(); block.first += block.rows) {
        block.rows = std::min(batch.rows() - block.first, detail::block_rows);
        block.find_facts(program.instrument.roles);
        unit_of_row.resize(block.rows);
        units.find(block.first, unit_of_row);
        const auto found = finder.find(block);
        const auto rows = std::span{worst}.subspan(block.first, block.rows);
        find_worst(found, finder.faulty(), rows);
        const auto before = findings_in(log.counts());
        log.counts().add(found, rows, unit_of_row);
        const auto kept = log.details().size();
        if (log.room()) {
            detail_maker{program, finder, block, log}.make(found);
        }
        if (log.details().size() - kept != findings_in(log.counts()) - before) {
            log.note_truncated();
        }
    }
    return worst;
}

} // namespace brukerplan

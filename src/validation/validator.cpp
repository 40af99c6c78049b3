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

#include "support/pool.hpp"
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
    if (!checks_each(r)) {
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
    std::array<block_bits, severity_tokens.size()> rows;
    std::array<bool, severity_tokens.size()> any{};
    const auto join = [&](severity how, const detail::row_word* more) {
        const auto s = static_cast<std::size_t>(how);
        if (!any[s]) {
            any[s] = true;
            std::copy_n(more, words, rows[s].data());
            return;
        }
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
            detail::for_each_row(rows[s].data(), words,
                                 [&](std::size_t row) { worst[row] = static_cast<severity>(s); });
        }
    }
}

/// A reference as it may be shown.
struct reference {
    std::string text;
    bool hidden = false;
};

/// Makes the findings of rows whole, one row at a time, by asking `check_rule`.
class finding_maker {
public:
    finding_maker(const detail::rule_program& program, const column_table& batch)
        : program_(program), batch_(batch) {}

    void begin_row(std::size_t row) {
        row_ = row;
        row_ref_.reset();
        unit_.reset();
        facts_ = faulty() ? record_facts{} : detail::facts_by_table(registration());
    }
    [[nodiscard]] bool faulty() const noexcept {
        return batch_.origins[row_].fault != row_fault::none;
    }
    /// Of a row without a fault.
    [[nodiscard]] brukerplan::registration registration() const noexcept {
        return {batch_, program_.instrument.roles, row_};
    }
    [[nodiscard]] const reference& unit() { return shown(unit_, role::source_unit); }

    /// Calls `use(finding)` for each finding of a rule in the row.
    template <class Use>
    void make(const detail::check& c, Use use) {
        hits_.clear();
        check_rule(program_.instrument.rules[c.rule],
                   {program_.instrument, batch_, row_, facts_, program_.options}, hits_);
        for (auto& hit : hits_.all()) {
            const auto how =
                faulty() ? hit.severity : program_.tuned(c, hit.severity, registration());
            if (how) {
                const auto& row_ref = shown(row_ref_, role::source_row_ref);
                use(finding{batch_.first_record + row_, c.rule, *how, hit.field, row_ref.text,
                            unit().text, row_ref.hidden, unit().hidden, std::move(hit.parameters)});
            }
        }
    }

private:
    /// Worked out when it is first wanted; empty in a row with a fault.
    const reference& shown(std::optional<reference>& known, role of) const {
        if (!known && faulty()) {
            known.emplace();
        } else if (!known) {
            const auto r = registration();
            const auto text = r.text(of);
            known = {shown_reference(text, r.record(), r.national_number()),
                     may_identify(text, r.national_number())};
        }
        return *known;
    }

    const detail::rule_program& program_;
    const column_table& batch_;
    std::size_t row_ = 0;
    record_facts facts_;
    std::optional<reference> row_ref_;
    std::optional<reference> unit_;
    rule_hits hits_;
};

/// Keeps what is found in a block, row by row, for as long as the log has room.
void keep_details(const detail::rule_program& program, const row_block& block,
                  std::span<const found_rows> found, finding_log& log) {
    finding_maker maker{program, *block.batch};
    const auto keep = [&](finding f) {
        if (log.room()) {
            log.keep(std::move(f));
        }
    };
    block_bits any{};
    for (const auto& f : found) {
        for (std::size_t w = 0; w < block.words(); ++w) {
            any[w] |= f.rows[w];
        }
    }
    detail::for_each_row(any.data(), block.words(), [&](std::size_t row) {
        if (!log.room()) {
            return;
        }
        maker.begin_row(block.first + row);
        auto check = program.checks.begin();
        for (std::size_t i = 0; i < found.size(); ++i) {
            const auto rule = found[i].rule;
            if (detail::holds_row(found[i].rows, row)) {
                check = std::find_if(check, program.checks.end(),
                                     [&](const auto& c) { return c.rule == rule; });
                maker.make(*check, keep);
                while (i + 1 < found.size() && found[i + 1].rule == rule) {
                    ++i; // the rule has told all that it finds in the row
                }
            }
        }
    });
}

/// A single row shares nothing with others, and going through it rule by rule takes less than going
/// through columns of one cell.
severity validate_one(const detail::rule_program& program, const column_table& batch,
                      finding_log& log) {
    finding_maker maker{program, batch};
    maker.begin_row(0);
    auto worst = maker.faulty() ? severity::fatal : severity::none; // whatever the rules say of it
    auto what = unit_counts::kind::unnamed;
    if (const auto& unit = maker.unit(); !unit.text.empty()) {
        what = unit.hidden ? unit_counts::kind::masked : unit_counts::kind::named;
    }
    log.begin_row(what, maker.unit().text);
    for (const auto& c : program.checks) {
        const bool about_rows = program.instrument.rules[c.rule].kind == rule_kind::row;
        if (about_rows == maker.faulty()) {
            maker.make(c, [&](finding f) {
                worst = std::max(worst, f.severity);
                log.add(std::move(f));
            });
        }
    }
    log.end_row(worst);
    return worst;
}

/// What a call works with. Kept from call to call, so that a single record needs little memory of
/// its own.
struct workspace {
    explicit workspace(const detail::rule_program* program)
        : units(program->instrument.roles), finder(*program, units) {}
    workspace(const workspace&) = delete;
    workspace& operator=(const workspace&) = delete;

    row_block block;
    std::vector<unit_counts*> unit_of_row;
    detail::unit_finder units;
    rule_finder finder; // borrows `units`
};

/// Validates some rows of a batch; the workspace has begun with it.
void validate_rows(const detail::rule_program& program, std::size_t first,
                   std::span<severity> worst, workspace& with, finding_log& log) {
    auto& block = with.block;
    block.begin_rows(first, worst.size(), program.options);
    with.unit_of_row.resize(worst.size());
    with.units.find(first, with.unit_of_row);
    const auto found = with.finder.find(block);
    find_worst(found, with.finder.faulty(), worst);
    const auto before = total(log.counts().findings());
    const auto kept = log.details().size();
    log.counts().add(found, worst, with.unit_of_row);
    if (log.room() && !found.empty()) {
        keep_details(program, block, found, log);
    }
    if (log.details().size() - kept != total(log.counts().findings()) - before) {
        log.note_truncated();
    }
}

} // namespace

/// The program borrows the others, so that this neither moves nor is copied.
struct validator::state {
    state(std::shared_ptr<const pack> instrument, validation_options given)
        : instrument(std::move(instrument)), options(std::move(given)),
          program(*this->instrument, options), workspaces(&program) {}
    state(const state&) = delete;
    state& operator=(const state&) = delete;

    std::shared_ptr<const pack> instrument;
    validation_options options;
    detail::rule_program program;
    mutable support::pool<workspace, const detail::rule_program*> workspaces;
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
    std::vector<severity> worst(batch.rows(), severity::none);
    if (worst.size() == 1) {
        worst.front() = validate_one(state_->program, batch, log);
        return worst;
    }
    const auto with = state_->workspaces.borrow();
    with->block.begin(batch, state_->program.instrument.roles);
    with->units.begin(batch, log.counts());
    with->finder.begin(batch);
    for (std::size_t first = 0; first < worst.size(); first += detail::block_rows) {
        const auto rows = std::min(worst.size() - first, detail::block_rows);
        validate_rows(state_->program, first, std::span{worst}.subspan(first, rows), *with, log);
    }
    return worst;
}

} // namespace brukerplan

#include <brukerplan/validation/finding_counts.hpp>

#include <algorithm>
#include <bit>
#include <iterator>

#include "validation/row_bits.hpp"

namespace brukerplan {

namespace {

void add_to(severity_counts& sum, const severity_counts& part) noexcept {
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] += part[i];
    }
}

template <class T>
T& grown(std::vector<T>& values, std::size_t index) {
    if (index >= values.size()) {
        values.resize(index + 1);
    }
    return values[index];
}

} // namespace

/// The rows of each word by their units. Rows of a unit mostly stand together, and are counted
/// together; a unit may come several times.
class finding_counts::rows_by_unit {
public:
    struct part {
        unit_counts* unit;
        detail::row_word rows;
    };

    explicit rows_by_unit(std::span<unit_counts* const> units) {
        for (std::size_t i = 0; i < units.size(); ++i) {
            if (i % detail::word_rows == 0) {
                first_.push_back(parts_.size());
            }
            const auto word = std::span{parts_}.subspan(first_.back());
            // A unit that takes turns with another one is found again.
            const auto near = word.last(std::min(word.size(), most_near));
            auto at = std::find_if(near.rbegin(), near.rend(),
                                   [&](const part& p) { return p.unit == units[i]; });
            auto& own = at != near.rend() ? *at : parts_.emplace_back(units[i], 0);
            own.rows |= detail::row_word{1} << (i % detail::word_rows);
        }
        first_.push_back(parts_.size());
        for (std::size_t w = 0; w < words(); ++w) {
            const auto word = std::span{parts_}.subspan(first_[w], first_[w + 1] - first_[w]);
            const auto singles = std::partition(word.begin(), word.end(), [](const part& p) {
                return (p.rows & (p.rows - 1)) != 0;
            });
            singles_.push_back(first_[w] + static_cast<std::size_t>(singles - word.begin()));
        }
    }

    [[nodiscard]] std::size_t words() const noexcept { return first_.size() - 1; }
    /// Calls `use(unit, count)` for each unit of a word, with how many of the rows are its own.
    template <class Use>
    void count(std::size_t w, detail::row_word rows, Use use) const {
        const auto from = std::span{parts_};
        for (const auto& part : from.subspan(first_[w], singles_[w] - first_[w])) {
            use(*part.unit, detail::rows_in(rows & part.rows));
        }
        for (const auto& part : from.subspan(singles_[w], first_[w + 1] - singles_[w])) {
            use(*part.unit, std::uint64_t{(rows & part.rows) != 0});
        }
    }

private:
    static constexpr std::size_t most_near = 4;

    std::vector<part> parts_;
    std::vector<std::size_t> first_;   ///< of each word, and the end
    std::vector<std::size_t> singles_; ///< of each word: the first with a single row
};

finding_counts::rule_tally& finding_counts::tally_of(std::size_t rule) {
    auto at = std::lower_bound(rules_.begin(), rules_.end(), rule,
                               [](const rule_tally& t, std::size_t r) { return t.rule < r; });
    if (at == rules_.end() || at->rule != rule) {
        at = rules_.emplace(at);
        at->rule = rule;
    }
    return *at;
}

const finding_counts::rule_tally* finding_counts::find_tally(std::size_t rule) const noexcept {
    const auto at = std::lower_bound(rules_.begin(), rules_.end(), rule,
                                     [](const rule_tally& t, std::size_t r) { return t.rule < r; });
    return at != rules_.end() && at->rule == rule ? &*at : nullptr;
}

unit_counts& finding_counts::unit(unit_counts::kind what, std::string_view name) {
    if (what != unit_counts::kind::named) {
        return unnamed_[static_cast<std::size_t>(what) - 1];
    }
    if (const auto at = named_.find(name); at != named_.end()) {
        return at->second;
    }
    if (named_.size() >= most_units) {
        return unnamed_.back();
    }
    auto& made = named_[std::string{name}];
    made.name = name;
    return made;
}

void finding_counts::begin_row(unit_counts::kind what, std::string_view unit) {
    current_ = &this->unit(what, unit);
}

void finding_counts::add(const finding& f) {
    const auto s = static_cast<std::size_t>(f.severity);
    const auto bit = 1U << s;
    ++findings_[s];
    auto& tally = tally_of(f.rule);
    ++tally.findings[s];
    const bool first = tally.seen == 0;
    tally.records += first ? 1 : 0;
    tally.records_by_severity[s] += (tally.seen & bit) == 0 ? 1 : 0;
    tally.seen = static_cast<std::uint8_t>(tally.seen | bit);
    if (f.field != finding::no_field) {
        ++grown(fields_, f.field)[s];
    }
    if (current_ != nullptr) {
        ++current_->findings[s];
        grown(current_->records, f.rule) += first ? 1 : 0;
    }
}

void finding_counts::end_row(severity worst) {
    for (auto& tally : rules_) {
        tally.seen = 0;
    }
    ++rows_[static_cast<std::size_t>(worst)];
    if (current_ != nullptr) {
        ++current_->rows[static_cast<std::size_t>(worst)];
        current_ = nullptr;
    }
}

void finding_counts::add(std::span<const found_rows> found, std::span<const severity> worst,
                         std::span<unit_counts* const> units) {
    for (std::size_t i = 0; i < worst.size(); ++i) {
        const auto s = static_cast<std::size_t>(worst[i]);
        ++rows_[s];
        ++units[i]->rows[s];
    }
    if (found.empty()) {
        return;
    }
    const rows_by_unit by_unit{units};
    while (!found.empty()) {
        const auto next = std::find_if(found.begin(), found.end(), [&](const found_rows& f) {
            return f.rule != found.front().rule;
        });
        const auto count = static_cast<std::size_t>(next - found.begin());
        add_rule(found.first(count), by_unit);
        found = found.subspan(count);
    }
}

void finding_counts::add_rule(std::span<const found_rows> of_rule, const rows_by_unit& units) {
    const auto rule = of_rule.front().rule;
    auto& tally = tally_of(rule);
    for (const auto& found : of_rule) {
        if (found.field != finding::no_field) {
            grown(fields_, found.field); // room once, not once a word
        }
    }
    const auto add_findings = [&](const found_rows& found, std::uint64_t count) {
        const auto s = static_cast<std::size_t>(found.severity);
        findings_[s] += count;
        tally.findings[s] += count;
        if (found.field != finding::no_field) {
            fields_[found.field][s] += count;
        }
    };
    const auto add_records = [&](unit_counts& unit, std::uint64_t count) {
        if (count != 0) {
            grown(unit.records, rule) += count;
        }
    };
    for (std::size_t w = 0; w < units.words(); ++w) {
        std::array<detail::row_word, severity_tokens.size()> by_severity{};
        detail::row_word any = 0;
        const found_rows* last = nullptr;
        bool several = false;
        for (const auto& found : of_rule) {
            if (const auto rows = found.rows[w]; rows != 0) {
                by_severity[static_cast<std::size_t>(found.severity)] |= rows;
                any |= rows;
                several = last != nullptr;
                last = &found;
            }
        }
        if (any == 0) {
            continue;
        }
        const auto records = detail::rows_in(any);
        tally.records += records;
        if (!several) { // as nearly always: each record has one finding
            const auto s = static_cast<std::size_t>(last->severity);
            add_findings(*last, records);
            tally.records_by_severity[s] += records;
            units.count(w, any, [&](unit_counts& unit, std::uint64_t own) {
                unit.findings[s] += own;
                add_records(unit, own);
            });
            continue;
        }
        for (const auto& found : of_rule) {
            add_findings(found, detail::rows_in(found.rows[w]));
            units.count(w, found.rows[w],
                        [s = static_cast<std::size_t>(found.severity)](
                            unit_counts& unit, std::uint64_t own) { unit.findings[s] += own; });
        }
        for (std::size_t s = 0; s < by_severity.size(); ++s) {
            tally.records_by_severity[s] += detail::rows_in(by_severity[s]);
        }
        units.count(w, any, add_records);
    }
}

void finding_counts::add(const finding_count_parts& other) {
    add_to(rows_, other.rows);
    add_to(findings_, other.findings);
    for (const auto& part : other.rules) {
        auto& tally = tally_of(part.rule);
        add_to(tally.findings, part.findings);
        add_to(tally.records_by_severity, part.records_by_severity);
        tally.records += part.records;
    }
    for (std::size_t i = 0; i < other.fields.size(); ++i) {
        add_to(grown(fields_, i), other.fields[i]);
    }
    for (const auto& unit : other.units) {
        auto& own = this->unit(unit.what, unit.name);
        add_to(own.rows, unit.rows);
        add_to(own.findings, unit.findings);
        for (std::size_t i = 0; i < unit.records.size(); ++i) {
            grown(own.records, i) += unit.records[i];
        }
    }
}

finding_count_parts finding_counts::parts() const {
    return {rows_, findings_, {rules_.begin(), rules_.end()}, fields_, units()};
}

severity_counts finding_counts::rule_findings(std::size_t rule) const noexcept {
    const auto* tally = find_tally(rule);
    return tally != nullptr ? tally->findings : severity_counts{};
}

std::uint64_t finding_counts::rule_records(std::size_t rule) const noexcept {
    const auto* tally = find_tally(rule);
    return tally != nullptr ? tally->records : 0;
}

severity_counts finding_counts::rule_records_by_severity(std::size_t rule) const noexcept {
    const auto* tally = find_tally(rule);
    return tally != nullptr ? tally->records_by_severity : severity_counts{};
}

severity_counts finding_counts::field_findings(std::size_t field) const noexcept {
    return field < fields_.size() ? fields_[field] : severity_counts{};
}

std::vector<unit_counts> finding_counts::units() const {
    std::vector<unit_counts> all;
    for (const auto& [name, unit] : named_) {
        all.push_back(unit);
    }
    std::copy_if(unnamed_.begin(), unnamed_.end(), std::back_inserter(all),
                 [](const unit_counts& unit) { return total(unit.rows) > 0; });
    return all;
}

} // namespace brukerplan

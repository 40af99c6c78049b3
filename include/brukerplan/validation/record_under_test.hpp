// What a rule is given, and where it puts what it finds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/column_table.hpp>
#include <brukerplan/model/finding.hpp>
#include <brukerplan/validation/options.hpp>
#include <brukerplan/validation/record_facts.hpp>

namespace brukerplan {

/// One record as the rules see it. Borrows everything.
struct record_under_test {
    const pack& instrument;
    const column_table& table;
    std::size_t row;
    const record_facts& facts;
    const validation_options& options;

    [[nodiscard]] const column& cells(std::size_t field) const noexcept {
        return table.columns[field];
    }
    [[nodiscard]] cell_state state(std::size_t field) const noexcept {
        return cells(field).state(row);
    }
    [[nodiscard]] bool has(std::size_t field) const noexcept { return cells(field).has_value(row); }
    /// An empty cell, or one of a column that the input does not have.
    [[nodiscard]] bool missing(std::size_t field) const noexcept {
        return state(field) == cell_state::missing;
    }
    /// An empty cell of a column that the input has.
    [[nodiscard]] bool left_empty(std::size_t field) const noexcept {
        return missing(field) && cells(field).present();
    }
    [[nodiscard]] bool unreadable(std::size_t field) const noexcept {
        return state(field) == cell_state::unreadable;
    }
    [[nodiscard]] std::int32_t number(std::size_t field) const noexcept {
        return cells(field).number(row);
    }
    [[nodiscard]] std::string_view text(std::size_t field) const noexcept {
        return cells(field).text(row);
    }
    [[nodiscard]] date day(std::size_t field) const noexcept { return cells(field).day(row); }
};

/// Takes what a rule finds: the field (or `finding::no_field`), the severity, the parameters.
class rule_hits {
public:
    struct hit {
        std::size_t field;
        brukerplan::severity severity;
        std::vector<finding_parameter> parameters;
    };

    void add(std::size_t field, severity s, std::vector<finding_parameter> parameters = {}) {
        hits_.push_back({field, s, std::move(parameters)});
    }
    /// The first field of the rule is what the finding is about.
    void add(const rule& r, std::vector<finding_parameter> parameters = {}) {
        add(r.fields.empty() ? finding::no_field : r.fields.front(), r.severity,
            std::move(parameters));
    }
    [[nodiscard]] std::vector<hit>& all() noexcept { return hits_; }
    void clear() noexcept { hits_.clear(); }

private:
    std::vector<hit> hits_;
};

} // namespace brukerplan

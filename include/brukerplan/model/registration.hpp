// A registration: one professional's form about one recipient, as a typed view of a row.
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <brukerplan/model/assessment.hpp>
#include <brukerplan/model/category.hpp>
#include <brukerplan/model/column_table.hpp>
#include <brukerplan/model/person.hpp>
#include <brukerplan/model/role.hpp>

namespace brukerplan {

/// Which column of a table holds which role, and how the codes of the roles that the library
/// computes with are to be understood. A pack makes one; it does not depend on the rows.
struct role_binding {
    static constexpr std::int16_t unbound = -1;

    role_binding() { columns.fill(unbound); }

    [[nodiscard]] std::int16_t column_of(role r) const noexcept { return columns[index_of(r)]; }

    std::array<std::int16_t, role_count> columns{};
    /// Pack code -> number of the model's own list (`rating`, `sex`, `yes_no`, `mental_disorder`),
    /// for roles that have one; a code without a counterpart keeps the last, unknown number.
    std::array<std::array<std::uint8_t, 64>, role_count> decode{};
};

/// Borrows the table and the binding; valid as long as both. The row must have no fault.
class registration {
public:
    registration(const column_table& table, const role_binding& binding, std::size_t row) noexcept
        : table_(&table), binding_(&binding), row_(row) {
        assert(table.origins[row].fault == row_fault::none);
    }

    [[nodiscard]] std::size_t row() const noexcept { return row_; }
    [[nodiscard]] std::uint64_t record() const noexcept { return table_->first_record + row_; }

    /// Whether the input has a column for the role.
    [[nodiscard]] bool asked(role r) const noexcept {
        const column* c = bound(r);
        return c != nullptr && c->present();
    }

    /// Whether the cell holds something that could not be read.
    [[nodiscard]] bool unreadable(role r) const noexcept {
        const column* c = bound(r);
        return c != nullptr && c->state(row_) == cell_state::unreadable;
    }

    [[nodiscard]] std::string_view text(role r) const noexcept {
        const column* c = bound(r);
        return c != nullptr ? c->text(row_) : std::string_view{};
    }
    [[nodiscard]] std::optional<int> number(role r) const noexcept {
        const column* c = with_value(r);
        return c != nullptr ? std::optional<int>{c->number(row_)} : std::nullopt;
    }
    [[nodiscard]] std::optional<code_set> codes(role r) const noexcept {
        const column* c = with_value(r);
        return c != nullptr ? std::optional<code_set>{c->codes(row_)} : std::nullopt;
    }

    [[nodiscard]] std::string_view row_ref() const noexcept { return text(role::source_row_ref); }
    [[nodiscard]] std::string_view unit() const noexcept { return text(role::source_unit); }
    [[nodiscard]] std::string_view municipality() const noexcept {
        return text(role::place_municipality);
    }
    [[nodiscard]] std::string_view district() const noexcept { return text(role::place_district); }
    [[nodiscard]] std::string_view national_number() const noexcept {
        return text(role::identity_national_number);
    }
    [[nodiscard]] std::optional<int> mapping_year() const noexcept {
        return number(role::round_mapping_year);
    }
    [[nodiscard]] std::optional<date> mapped_on() const noexcept {
        const auto days = number(role::round_mapped_on);
        return days ? std::optional<date>{date{std::chrono::days{*days}}} : std::nullopt;
    }
    [[nodiscard]] std::optional<int> birth_year() const noexcept {
        return number(role::person_birth_year);
    }
    [[nodiscard]] brukerplan::sex sex() const noexcept {
        return decoded(role::person_sex, brukerplan::sex::unknown);
    }
    [[nodiscard]] yes_no substance_problem() const noexcept {
        return decoded(role::problem_substance, yes_no::unknown);
    }
    [[nodiscard]] mental_disorder disorder() const noexcept {
        return decoded(role::problem_mental_disorder, mental_disorder::unknown);
    }
    [[nodiscard]] brukerplan::category category() const noexcept {
        return categorise(substance_problem(), disorder());
    }
    [[nodiscard]] rating rating_of(domain d) const noexcept {
        return decoded(role_of(d), rating::not_assessed);
    }
    /// Whether a rating stands there that is none of the list's: it is not the same as a domain
    /// that was not assessed.
    [[nodiscard]] bool rating_unreadable() const noexcept {
        return std::any_of(all_domains.begin(), all_domains.end(),
                           [&](domain d) { return unreadable(role_of(d)); });
    }
    /// A rating that cannot be read counts as not assessed: see `rating_unreadable`.
    [[nodiscard]] brukerplan::assessment assessment() const noexcept {
        brukerplan::assessment result;
        for (const domain d : all_domains) {
            result.set(d, rating_of(d));
        }
        return result;
    }
    /// Nothing when the question was not answered; `alone` set when it was answered by
    /// none/unknown.
    [[nodiscard]] std::optional<service_set> services_received() const noexcept {
        return codes(role::services_received);
    }
    [[nodiscard]] std::optional<service_set> services_needed() const noexcept {
        return codes(role::services_needed);
    }

private:
    [[nodiscard]] const column* bound(role r) const noexcept {
        const auto at = binding_->column_of(r);
        return at == role_binding::unbound ? nullptr
                                           : &table_->columns[static_cast<std::size_t>(at)];
    }
    [[nodiscard]] const column* with_value(role r) const noexcept {
        const column* c = bound(r);
        return c != nullptr && c->has_value(row_) ? c : nullptr;
    }
    template <class Enum>
    [[nodiscard]] Enum decoded(role r, Enum otherwise) const noexcept {
        const column* c = with_value(r);
        return c != nullptr
                   ? static_cast<Enum>(
                         binding_->decode[index_of(r)][static_cast<std::size_t>(c->number(row_))])
                   : otherwise;
    }

    const column_table* table_;
    const role_binding* binding_;
    std::size_t row_;
};

} // namespace brukerplan

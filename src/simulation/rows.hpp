// A synthetic registration as the cells of a row.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/role.hpp>

#include "simulation/units.hpp"

namespace brukerplan::detail::synthetic {

/// Everything that one row is made from. Borrows.
struct registration_source {
    const synthetic_person& person;
    const synthetic_situation& life;
    const synthetic_services& services;
    const std::optional<person_number>& number;
    registration_place place;
    std::uint32_t nth = 0; ///< 0 for the first unit that registers the person
    std::uint64_t record = 0;
};

/// The cells of one row, kept from row to row so that their memory is.
class row_cells {
public:
    explicit row_cells(const pack& instrument);

    void clear();
    /// The cell of a role; null when the pack has no such field.
    [[nodiscard]] std::string* find(role r) noexcept {
        const auto at = roles_->column_of(r);
        return at == role_binding::unbound ? nullptr : &cells_[static_cast<std::size_t>(at)];
    }
    /// Of a role that the pack may lack: then nothing happens.
    void put(role r, std::string_view text) {
        if (auto* cell = find(r)) {
            cell->assign(text);
        }
    }
    void put_number(role r, std::int64_t value);

    [[nodiscard]] std::span<const std::string> shown() const noexcept {
        return {cells_.data(), shown_};
    }
    void drop_last(std::size_t count) noexcept { shown_ -= count < shown_ ? count : 0; }

private:
    const role_binding* roles_;
    std::vector<std::string> cells_;
    std::size_t shown_;
};

class row_writer {
public:
    row_writer(const pack& instrument, const simulation_options& options,
               const unit_register& units);

    void write(const registration_source& from, row_cells& row) const;
    /// Tokens of the services, those that the pack's catalogue has, joined by `|`.
    void put_services(role r, service_bits services, row_cells& row) const;

private:
    void put_source(const registration_source& from, random_stream& random, row_cells& row) const;
    void put_person(const registration_source& from, random_stream& random, row_cells& row) const;
    void put_assessment(const registration_source& from, random_stream& random,
                        row_cells& row) const;
    void put_situation(const registration_source& from, row_cells& row) const;
    void put_children(const registration_source& from, random_stream& random, row_cells& row) const;
    void put_all_services(const registration_source& from, random_stream& random,
                          row_cells& row) const;

    const simulation_options* options_;
    const unit_register* units_;
    service_bits catalogue_ = 0; ///< services that the pack knows
    std::uint32_t districts_ = 0;
    date begins_;
};

} // namespace brukerplan::detail::synthetic

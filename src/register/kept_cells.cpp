#include "register/kept_cells.hpp"

#include <string_view>
#include <utility>

#include <brukerplan/validation/record_facts.hpp>

namespace brukerplan::detail {

namespace {

constexpr std::int32_t first_of_five_digits = 10'000;

kept_cell number_cell(field_type type, std::int32_t number) {
    const auto whole = type == field_type::decimal ? number / 1000 : number;
    const bool may_be_date = type != field_type::date &&
                             (whole >= first_of_five_digits || whole <= -first_of_five_digits);
    return may_be_date ? kept_cell{} : kept_cell{true, number, {}};
}

constexpr std::size_t place_code_size(field_type type) noexcept {
    return type == field_type::municipality ? 4 : 6;
}

kept_cell place_cell(field_type type, std::string_view code) {
    const bool is_code =
        code.size() == place_code_size(type) && code.find_first_not_of("0123456789") == code.npos;
    return is_code ? kept_cell{true, static_cast<std::int32_t>(number_value(code)), {}}
                   : kept_cell{};
}

} // namespace

std::optional<storage> kept_storage_of(field_type type) noexcept {
    switch (type) {
    case field_type::text:
    case field_type::national_number:
        return std::nullopt;
    case field_type::municipality:
    case field_type::district:
        return storage::number;
    default:
        return storage_of(type);
    }
}

kept_cell kept_cell_of(field_type type, const column& cells, std::size_t row) {
    if (!cells.has_value(row)) {
        return {};
    }
    switch (type) {
    case field_type::code:
        return {true, cells.number(row), {}};
    case field_type::codes:
        return {true, 0, cells.codes(row)};
    case field_type::municipality:
    case field_type::district:
        return place_cell(type, cells.text(row));
    default:
        return number_cell(type, cells.number(row));
    }
}

std::string place_code_of(field_type type, const kept_cell& cell) {
    if (!cell.answered) {
        return {};
    }
    const auto digits = std::to_string(cell.number);
    return std::string(place_code_size(type) - digits.size(), '0') + digits;
}

kept_table::kept_table(const pack& instrument, std::vector<std::size_t> fields)
    : fields_(std::move(fields)) {
    for (const auto f : fields_) {
        columns_.emplace_back(kept_storage_of(instrument.fields[f].type).value());
    }
}

kept_table kept_table::empty_copy() const {
    kept_table copy;
    copy.fields_ = fields_;
    for (const auto& column : columns_) {
        copy.columns_.emplace_back(column.kind());
    }
    return copy;
}

const kept_column* kept_table::find(std::size_t field) const noexcept {
    const auto at = std::lower_bound(fields_.begin(), fields_.end(), field);
    return at != fields_.end() && *at == field
               ? &columns_[static_cast<std::size_t>(at - fields_.begin())]
               : nullptr;
}

void kept_table::make_room(std::size_t more) {
    for (auto& column : columns_) {
        column.make_room(more);
    }
}

} // namespace brukerplan::detail

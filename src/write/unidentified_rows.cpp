#include <brukerplan/write/unidentified_rows.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <brukerplan/identity/district.hpp>
#include <brukerplan/model/date.hpp>
#include <brukerplan/validation/likely_identity.hpp>
#include <brukerplan/validation/record_facts.hpp>
#include <brukerplan/validation/validator.hpp>

#include "identity/code_shape.hpp"
#include "write/code_tokens.hpp"

namespace brukerplan {

namespace {

constexpr std::array<std::string_view, 3> columns_to_correct_by{"record", "codes", "unreadable"};

/// A number of thousandths as it is written.
std::string decimal_text(std::int32_t thousandths) {
    const auto size = static_cast<std::int64_t>(thousandths) < 0
                          ? -static_cast<std::int64_t>(thousandths)
                          : static_cast<std::int64_t>(thousandths);
    auto text = std::to_string(size / 1000);
    if (size % 1000 != 0) {
        auto decimals = std::to_string(1000 + size % 1000).substr(1);
        decimals.erase(decimals.find_last_not_of('0') + 1);
        text += "." + decimals;
    }
    return (thousandths < 0 ? "-" : "") + text;
}

/// One row on its way into a file.
class shown_row {
public:
    shown_row(const pack& instrument, const column_table& table, std::size_t row)
        : pack_(instrument), table_(table), row_(row),
          faulty_(table.origins[row].fault != row_fault::none) {
        if (!faulty_) {
            const registration r{table, instrument.roles, row};
            number_ = r.national_number();
            mapped_on_ = r.mapped_on();
            facts_ = facts_of(r);
        }
    }

    /// Nothing when the cell could not be read or may say who somebody is.
    [[nodiscard]] std::optional<std::string> cell(std::size_t field) const {
        const auto& f = pack_.fields[field];
        const auto& cells = table_.columns[field];
        const auto state = cells.state(row_);
        if (state == cell_state::unreadable) {
            return std::nullopt;
        }
        if (state == cell_state::missing) {
            return f.role == role::person_birth_year ? certain_birth_year() : std::string{};
        }
        switch (f.type) {
        case field_type::code:
            return pack_.list_of(f)->codes[static_cast<std::size_t>(cells.number(row_))].token;
        case field_type::codes:
            return detail::tokens_of(cells.codes(row_), *pack_.list_of(f));
        case field_type::text:
            return shown_reference(cells.text(row_), table_.first_record + row_, number_);
        case field_type::municipality:
            return only_if(detail::is_municipality_code(cells.text(row_)),
                           std::string{cells.text(row_)});
        case field_type::district:
            return district(cells.text(row_));
        case field_type::date:
            return day(cells.day(row_));
        case field_type::decimal:
            return number(decimal_text(cells.number(row_)));
        default:
            return number(std::to_string(cells.number(row_)));
        }
    }

    /// Whether the number alone said when the person was born, and does not say it for certain.
    [[nodiscard]] bool loses_birth_year() const {
        const auto* f = pack_.field_of(role::person_birth_year);
        return !number_.empty() && f != nullptr &&
               cell(static_cast<std::size_t>(f - pack_.fields.data())).value_or("").empty();
    }

private:
    static std::optional<std::string> only_if(bool fit, std::string text) {
        return fit ? std::optional{std::move(text)} : std::nullopt;
    }

    [[nodiscard]] std::string certain_birth_year() const {
        return facts_.birth_years.size() == 1 ? std::to_string(facts_.birth_years[0])
                                              : std::string{};
    }
    /// A number of five digits or more about a person may be a date: `090385` is read as 90385.
    [[nodiscard]] std::optional<std::string> number(std::string text) const {
        const bool about_a_person = pack_.field_of(role::person_birth_year) != nullptr;
        const bool fit = !about_a_person || text.size() < 5;
        return only_if(fit, std::move(text));
    }
    /// Six digits that are no district on the date may be a date themselves.
    [[nodiscard]] std::optional<std::string> district(std::string_view code) const {
        const bool known = mapped_on_ && find_district(code, *mapped_on_) != nullptr;
        return only_if(known, std::string{code});
    }
    [[nodiscard]] std::optional<std::string> day(date on) const {
        const auto characters = format_date(on);
        const std::string_view text{characters.data(), characters.size()};
        return only_if(!may_identify(text, number_), std::string{text});
    }

    const pack& pack_;
    const column_table& table_;
    std::size_t row_;
    bool faulty_;
    std::string_view number_;
    std::optional<date> mapped_on_;
    record_facts facts_;
};

bool may_stand(const field& f) {
    return f.type != field_type::national_number && f.role != role::identity_national_number;
}

template <class Wanted>
std::vector<std::size_t> fields_where(const pack& instrument, Wanted&& wanted) {
    std::vector<std::size_t> fields;
    for (std::size_t i = 0; i < instrument.fields.size(); ++i) {
        if (may_stand(instrument.fields[i]) && wanted(i)) {
            fields.push_back(i);
        }
    }
    return fields;
}

} // namespace

std::vector<std::size_t> unidentified_fields(const pack& instrument, const column_table& input) {
    return fields_where(instrument, [&](std::size_t field) {
        return input.columns[field].present() ||
               instrument.fields[field].role == role::person_birth_year;
    });
}

std::vector<std::size_t> unidentified_fields(const pack& instrument) {
    return fields_where(instrument, [](std::size_t) { return true; });
}

unidentified_rows::unidentified_rows(const pack& instrument, std::vector<std::size_t> fields,
                                     purpose what, csv_style style,
                                     std::function<void(std::string_view)> sink)
    : pack_(&instrument), fields_(std::move(fields)), purpose_(what),
      file_(instrument, fields_,
            what == purpose::correct ? std::span<const std::string_view>{columns_to_correct_by}
                                     : std::span<const std::string_view>{},
            style, std::move(sink)) {}

void unidentified_rows::add(const column_table& table, std::size_t row,
                            std::span<const std::string_view> codes) {
    const shown_row shown{*pack_, table, row};
    std::vector<std::string_view> left_out;
    cells_.clear();
    for (const auto field : fields_) {
        auto cell = shown.cell(field);
        if (!cell) {
            left_out.push_back(pack_->fields[field].name);
        }
        cells_.push_back(std::move(cell).value_or(""));
    }
    without_birth_year_ += shown.loses_birth_year() ? 1 : 0;
    if (purpose_ == purpose::correct) {
        cells_.insert(cells_.end(), {std::to_string(table.first_record + row),
                                     detail::joined(codes), detail::joined(left_out)});
    }
    file_.row(cells_);
}

} // namespace brukerplan

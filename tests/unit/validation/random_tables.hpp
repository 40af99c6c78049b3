// Tables of rows that no form would hold: every state of a cell, values on the edges of rules,
// numbers of every kind, rows that could not be read. Row i of a seed is the same in any table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "validation_fixture.hpp"

namespace brukerplan::validation_test {

class random_rows {
public:
    explicit random_rows(std::shared_ptr<const pack> of, std::uint64_t seed)
        : pack_(std::move(of)), seed_(seed) {
        std::mt19937_64 random{seed};
        for (std::size_t i = 0; i < pack_->fields.size(); ++i) {
            present_.push_back(random() % 12 != 0);
        }
        // Some tables are nearly whole, so that rules of many conditions fire.
        strangeness_ = 1 + random() % 30;
    }

    /// Rows `first` up to `first + rows`.
    [[nodiscard]] column_table table(std::size_t first, std::size_t rows) const {
        auto made = pack_->make_table();
        made.first_record = first;
        made.header_columns = pack_->fields.size();
        for (std::size_t i = 0; i < made.columns.size(); ++i) {
            made.columns[i].set_present(present_[i]);
        }
        for (std::size_t row = first; row < first + rows; ++row) {
            append_row(made, row);
        }
        return made;
    }

private:
    using generator = std::mt19937_64;

    void append_row(column_table& to, std::size_t row) const {
        generator random{seed_ * 1'000'003 + row};
        auto& origin = to.origins.emplace_back();
        origin.line = row + 2;
        if (random() % 40 == 0) {
            origin.fault = static_cast<row_fault>(1 + random() % 4);
            origin.cells = static_cast<std::uint32_t>(random() % 50);
        }
        for (std::size_t i = 0; i < to.columns.size(); ++i) {
            auto& cells = to.columns[i];
            const auto draw = random() % 100;
            if (!present_[i] || origin.fault != row_fault::none || draw < strangeness_) {
                cells.append_missing();
            } else if (draw < strangeness_ * 2 && cells.kind() != storage::text) {
                cells.append_unreadable("grenn|?");
            } else {
                append_value(cells, pack_->fields[i], random);
            }
        }
    }

    void append_value(column& to, const field& f, generator& random) const {
        switch (f.type) {
        case field_type::code:
            return to.append_code(
                static_cast<std::uint8_t>(random() % pack_->list_of(f)->codes.size()));
        case field_type::codes:
            return to.append_codes(set_of(*pack_->list_of(f), random));
        case field_type::date:
            return to.append_number(day_number(random));
        case field_type::integer:
        case field_type::decimal:
            return to.append_number(number_of_field(f, random));
        case field_type::national_number:
            return to.append_text(national_number(random));
        case field_type::municipality:
            return to.append_text(one_of(
                {"9001", "0301", "4601", "1601", "301", "1507", "0301 ", "Oslo", "9999", "9998"},
                random));
        case field_type::district:
            return to.append_text(
                one_of({"030101", "030199", "460101", "900101", "0301", "x", "03010101"}, random));
        case field_type::text:
            return to.append_text(free_text(random));
        }
    }

    static code_set set_of(const code_list& list, generator& random) {
        code_set set;
        for (auto more = random() % 4; more > 0; --more) {
            set.insert(static_cast<unsigned>(random() % list.codes.size()));
        }
        if (!list.alone.empty() && (set.empty() || random() % 20 == 0)) {
            set.alone = static_cast<std::uint8_t>(1U << random() % list.alone.size());
            set.alone = static_cast<std::uint8_t>(set.alone | (random() % 20 == 0 ? 1U : 0U));
        }
        return set;
    }

    static std::int32_t day_number(generator& random) {
        static const std::vector<date> days{
            day(2024, 5, 6),   day(2024, 1, 31),  day(2024, 2, 1),   day(2021, 11, 15),
            day(2021, 11, 16), day(2031, 12, 31), day(2032, 1, 1),   day(2040, 6, 1),
            day(2023, 12, 31), day(2005, 1, 1),   day(2024, 12, 31), day(9999, 12, 31)};
        const auto picked = days[random() % days.size()].time_since_epoch().count();
        const auto near = static_cast<std::int32_t>(random() % 61) - 30;
        return static_cast<std::int32_t>(picked) + (random() % 2 == 0 ? near : 0);
    }

    static std::int32_t number_of_field(const field& f, generator& random) {
        if (f.role == role::person_birth_year) {
            return static_cast<std::int32_t>(1915 + random() % 110);
        }
        static const std::vector<std::int32_t> edges{
            0,    0,    0,    1,    2,    20,   21,   -1,     2024,      2024,
            2023, 2014, 2015, 1849, 1850, 2099, 2100, 10'000, INT32_MIN, INT32_MAX};
        return edges[random() % edges.size()];
    }

    /// Of any kind, right or wrong, in any spelling.
    static std::string national_number(generator& random) {
        static const std::vector<number_marks> kinds{
            {0, 80, 0}, {0, 80, 0}, {0, 80, 0}, {0, 0, 0},  {40, 0, 0}, {40, 80, 0}, {0, 65, 0},
            {0, 40, 0}, {0, 20, 0}, {0, 60, 0}, {0, 80, 2}, {0, 0, 1},  {40, 40, 3}, {40, 0, 1}};
        const auto born =
            day(static_cast<int>(1930 + random() % 110), static_cast<unsigned>(1 + random() % 12),
                static_cast<unsigned>(1 + random() % 28));
        auto number = number_of(born, random() % 2 == 0 ? sex::male : sex::female,
                                kinds[random() % kinds.size()]);
        switch (random() % 12) {
        case 0:
            number[random() % 11] = static_cast<char>('0' + random() % 10);
            break;
        case 1:
            number.insert(6, random() % 2 == 0 ? "-" : " ");
            break;
        case 2:
            number.erase(0, 1);
            break;
        case 3:
            number = "2015" + number.substr(3);
            break;
        case 4:
            number = one_of({"8301234567", "x", "1234567", "00000000000", "83012345678",
                             "19490000000", "194900000000", "010190 1234"},
                            random);
            break;
        default:
            break;
        }
        return number;
    }

    static std::string free_text(generator& random) {
        auto text = one_of({"Team A", "K03", "R-17", "avdeling 1234567", "rus- og psykisk helse 12",
                            "15868710168", "158687 10168", "x15868710168y", "sak 158687-10168",
                            "01019012345", "avdeling\xEF\xBC\x91", ""},
                           random);
        return random() % 3 == 0 ? text + std::to_string(random() % 50) : text;
    }

    static std::string one_of(const std::vector<std::string>& texts, generator& random) {
        return texts[random() % texts.size()];
    }

    std::shared_ptr<const pack> pack_;
    std::uint64_t seed_;
    std::vector<bool> present_;
    std::uint64_t strangeness_ = 0;
};

} // namespace brukerplan::validation_test

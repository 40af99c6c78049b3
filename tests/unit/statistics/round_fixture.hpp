// Rounds of people who do not exist, in the fictional municipality 9001.
#pragma once

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/identity/national_id.hpp>
#include <brukerplan/read/csv.hpp>
#include <brukerplan/scoring/scheme.hpp>
#include <brukerplan/statistics/round_summary.hpp>

#include "unit/shipped_pack.hpp"

namespace round_test {

using namespace brukerplan;

/// A Tenor number (month + 80) of somebody born in 1984. `serial` even: a woman, odd: a man. Empty
/// where the control digits do not come out.
inline std::string tenor_number(unsigned day, unsigned serial) {
    const std::array<char, 9> nine{static_cast<char>('0' + day / 10),
                                   static_cast<char>('0' + day % 10),
                                   '8',
                                   '6',
                                   '8',
                                   '4',
                                   static_cast<char>('0' + serial / 100),
                                   static_cast<char>('0' + serial / 10 % 10),
                                   static_cast<char>('0' + serial % 10)};
    const auto done = complete_national_id(nine);
    return done ? std::string{done->data(), done->size()} : std::string{};
}

/// The nth number of this kind, all different.
inline std::string person_number(std::size_t n) {
    static const std::vector<std::string> numbers = [] {
        std::vector<std::string> all;
        for (unsigned day = 1; day <= 28; ++day) {
            for (unsigned serial = 0; serial < 40; ++serial) {
                if (auto number = tenor_number(day, serial); !number.empty()) {
                    all.push_back(std::move(number));
                }
            }
        }
        return all;
    }();
    return numbers.at(n);
}

inline constexpr std::string_view header =
    "row_ref;municipality;mapping_year;mapped_on;unit;national_number;birth_year;sex;"
    "substance_problem;mental_disorder;housing;activity;economy;physical_health;mental_health;"
    "substance_use;social_functioning;network;services_received;services_needed\n";

/// One row of a file; what a test does not set is in order.
struct registered {
    std::string number = {};
    std::string birth_year = "1984";
    std::string mapped_on = "2024-11-05";
    std::string sex = "female";
    std::string substance_problem = "yes";
    std::string mental_disorder = "less_serious";
    std::string ratings = "green;yellow;green;green;yellow;yellow;green;green";
    std::string received = "gp|follow_up_team";
    std::string needed = "housing_follow_up";

    [[nodiscard]] std::string row() const {
        return "r;9001;2024;" + mapped_on + ";Team;" + number + ";" + birth_year + ";" + sex + ";" +
               substance_problem + ";" + mental_disorder + ";" + ratings + ";" + received + ";" +
               needed + "\n";
    }
};

inline validation_options test_policy() {
    validation_options options;
    options.test_numbers = true;
    return options;
}

struct counted {
    round_builder::result round;
    finding_log findings;
};

/// The whole way from texts of files to counts, in batches of at most `most_rows`.
inline counted count(const std::vector<std::string>& files, std::size_t most_rows = 65'536) {
    const validator rules{shipped_pack(), test_policy()};
    finding_log findings;
    round_builder builder{rules, findings};
    for (const auto& file : files) {
        auto reader = csv_reader::from_text(file, shipped_pack());
        REQUIRE(reader.has_value());
        for (auto batch = reader->next(most_rows); batch.rows() > 0;
             batch = reader->next(most_rows)) {
            builder.add(batch);
        }
    }
    auto result = builder.finish();
    return {std::move(result), std::move(findings)};
}

inline const scheme& sum16() {
    static const scheme compiled{*shipped_pack()->find_scheme("sum16/1")};
    return compiled;
}

/// Tables of a tabulation, and their cells by token.
class tables {
public:
    explicit tables(const tabulation& of) : all_(of.tables(*shipped_pack(), sum16())) {}

    [[nodiscard]] const std::vector<count_table>& all() const { return all_; }
    [[nodiscard]] const count_table& table(std::string_view id) const {
        for (const auto& t : all_) {
            if (t.id == id) {
                return t;
            }
        }
        FAIL("there is no table ", std::string{id});
        return all_.front();
    }
    [[nodiscard]] std::size_t column(std::string_view id, std::string_view token) const {
        const auto& columns = table(id).columns;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].token == token) {
                return i;
            }
        }
        FAIL("there is no column ", std::string{token});
        return 0;
    }
    [[nodiscard]] std::uint64_t count(std::string_view id, std::string_view row,
                                      std::string_view column_token = "count") const {
        for (const auto& r : table(id).rows) {
            if (r.token == row) {
                return r.counts.at(column(id, column_token));
            }
        }
        FAIL("there is no row ", std::string{row});
        return 0;
    }
    [[nodiscard]] denominator of(std::string_view id,
                                 std::string_view column_token = "count") const {
        return table(id).columns[column(id, column_token)].of;
    }
    /// A share of the table's own denominator in tenths of a per cent, rounded as printed.
    [[nodiscard]] std::uint64_t per_mille(std::string_view id, std::string_view row,
                                          std::string_view column_token = "count") const {
        const auto all = of(id, column_token).count;
        return (count(id, row, column_token) * 2'000 + all) / (2 * all);
    }
    /// The same in whole per cent.
    [[nodiscard]] std::uint64_t per_cent(std::string_view id, std::string_view row,
                                         std::string_view column_token = "count") const {
        const auto all = of(id, column_token).count;
        return (count(id, row, column_token) * 200 + all) / (2 * all);
    }

private:
    std::vector<count_table> all_;
};

} // namespace round_test

// Numbers with a known answer: the examples Skatteetaten publishes for its validator, for the rule
// from 2032 and for the D-number series of 2021, and edge cases built from digits. None of them is
// a living person's number.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <brukerplan/identity/number_kinds.hpp>

namespace national_id_test {

using brukerplan::number_kind;
using brukerplan::number_kinds;

enum class expectation : std::uint8_t { valid, invalid, by_policy };

/// Pages and files of github.com/Skatteetaten/folkeregisteret-api-dokumentasjon.
enum class vector_source : std::uint8_t {
    validator,       // test data of foedselsEllerDNummerValidator
    neutral_numbers, // nyttfnr2032.md
    d_series,        // sos-utvidelse-av-dnr-serien.md, with Tenor numbers
    constructed,     // built for the edge, belonging to nobody
};

struct known_number {
    std::string_view digits;
    expectation expected; // with every kind allowed and both rules
    unsigned first_remainder;
    unsigned second_remainder;
    number_kinds kinds;
    int birth_number_year; // that the series of birth numbers gives, 0 for none
    int d_number_year;     // that the D-number series of 2021 gives, 0 for none
    vector_source source;
};

namespace known_kinds {
inline constexpr number_kinds birth{number_kind::birth_number};
inline constexpr number_kinds d{number_kind::d_number};
inline constexpr number_kinds tenor{number_kind::tenor};
inline constexpr number_kinds tenor_d{number_kind::d_number, number_kind::tenor};
inline constexpr number_kinds npid{number_kind::npid};
} // namespace known_kinds

// clang-format off
inline constexpr std::array<known_number, 29> known_numbers = [] {
    using namespace known_kinds;
    using enum expectation;
    return std::array<known_number, 29>{{
        {"30108299939", valid,    1, 0, birth,   1982,    0, vector_source::validator},
        {"30908299902", valid,    2, 0, tenor,   1982,    0, vector_source::validator},
        {"20036914700", valid,    0, 0, birth,   1969,    0, vector_source::validator},
        {"03851598730", valid,    0, 0, tenor,   2015,    0, vector_source::validator},
        {"20036914712", invalid,  1, 4, birth,   1969,    0, vector_source::validator},
        {"29020073150", valid,    0, 0, birth,   2000,    0, vector_source::validator},
        {"29020105729", invalid,  0, 0, birth,   1901,    0, vector_source::validator},
        {"55102499947", valid,    2, 0, d,       2024, 2024, vector_source::validator},
        {"41819077906", valid,    1, 0, tenor_d,    0, 1990, vector_source::validator},
        {"41819077302", valid,    0, 0, tenor_d,    0, 1990, vector_source::validator},
        {"02013299997", valid,    0, 0, birth,   2032,    0, vector_source::neutral_numbers},
        {"02013299903", valid,    2, 0, birth,   2032,    0, vector_source::neutral_numbers},
        {"02013299806", valid,    0, 0, birth,   2032,    0, vector_source::neutral_numbers},
        {"30108299920", valid,    0, 0, birth,   1982,    0, vector_source::neutral_numbers},
        {"41814061033", valid,    0, 0, tenor_d,    0, 1940, vector_source::d_series},
        {"41814065640", valid,    0, 0, tenor_d,    0, 1940, vector_source::d_series},
        {"41814075603", valid,    0, 0, tenor_d,    0, 1940, vector_source::d_series},
        {"41810021827", valid,    0, 0, tenor_d, 1900, 2000, vector_source::d_series},
        {"41810025091", valid,    0, 0, tenor_d, 1900, 2000, vector_source::d_series},
        {"41810034422", valid,    0, 0, tenor_d, 1900, 2000, vector_source::d_series},
        {"30020160000", invalid,  0, 0, birth,   2001,    0, vector_source::constructed},
        {"31049900034", invalid,  0, 0, birth,   1999,    0, vector_source::constructed},
        {"29020000064", by_policy, 0, 0, birth,   1900,    0, vector_source::constructed},
        {"01016080000", by_policy, 0, 0, birth,      0,    0, vector_source::constructed},
        {"00019900002", invalid,  0, 0, birth,   1999,    0, vector_source::constructed},
        {"01009900051", invalid,  0, 0, {},      1999,    0, vector_source::constructed},
        {"41125055093", by_policy, 0, 0, d,          0,    0, vector_source::constructed},
        {"41010555009", valid,    0, 0, d,       2005, 2005, vector_source::constructed},
        {"01215010100", valid,    0, 0, npid,    1950,    0, vector_source::constructed},
    }};
}();
// clang-format on

} // namespace national_id_test

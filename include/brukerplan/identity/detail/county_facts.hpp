// Facts: the counties of Norway since 2006.
//
// Source: Statistics Norway (Statistisk sentralbyraa), KLASS classification 104 (counties),
// by way of the MIT-licensed packages klassR and csdata 2026.3.30.
// Licence of the content: NLOD 2.0 / CC BY 4.0; attribution: "Statistisk sentralbyraa".
// State of the facts: 1 January 2026.
//
// A row says: code, Norwegian name, multilingual label, and the years of the 1 January on which the
// code became valid and was no longer valid. The multilingual label is the one of 2025 where there
// is one; the facts do not say since when.
#pragma once

#include <array>
#include <string_view>

#include <brukerplan/identity/detail/dated_rows.hpp>

namespace brukerplan::detail::places {

struct county_row {
    std::string_view code;
    std::string_view name;
    std::string_view multilingual_label; // empty: none known
    int from_year;
    int to_year; // exclusive; `still_valid`: no end known
};

// clang-format off
inline constexpr auto county_rows = std::to_array<county_row>({
    {"01", "\303\230stfold", "", 1838, 2020}, // Oestfold
    {"02", "Akershus", "", 1838, 2020},
    {"03", "Oslo", "", 1838, still_valid},
    {"04", "Hedmark", "", 1838, 2020},
    {"05", "Oppland", "", 1838, 2020},
    {"06", "Buskerud", "", 1838, 2020},
    {"07", "Vestfold", "", 1838, 2020},
    {"08", "Telemark", "", 1838, 2020},
    {"09", "Aust-Agder", "", 1838, 2020},
    {"10", "Vest-Agder", "", 1838, 2020},
    {"11", "Rogaland", "", 1838, still_valid},
    {"12", "Hordaland", "", 1838, 2020},
    {"14", "Sogn og Fjordane", "", 1838, 2020},
    {"15", "M\303\270re og Romsdal", "", 1838, still_valid}, // Moere og Romsdal
    {"16", "S\303\270r-Tr\303\270ndelag", "", 1838, 2018}, // Soer-Troendelag
    {"17", "Nord-Tr\303\270ndelag", "", 1838, 2018}, // Nord-Troendelag
    {"18", "Nordland", "Nordland - Nordl\303\241nnda", 1838, still_valid},
    {"19", "Troms", "", 1867, 2020},
    {"20", "Finnmark", "", 1838, 2020},
    {"30", "Viken", "", 2020, 2024},
    {"31", "\303\230stfold", "", 2024, still_valid}, // Oestfold
    {"32", "Akershus", "", 2024, still_valid},
    {"33", "Buskerud", "", 2024, still_valid},
    {"34", "Innlandet", "", 2020, still_valid},
    {"38", "Vestfold og Telemark", "", 2020, 2024},
    {"39", "Vestfold", "", 2024, still_valid},
    {"40", "Telemark", "", 2024, still_valid},
    {"42", "Agder", "", 2020, still_valid},
    {"46", "Vestland", "", 2020, still_valid},
    {"50", "Tr\303\270ndelag", "Tr\303\270ndelag - Tr\303\266\303\266ndelage", 2018, still_valid}, // Troendelag
    {"54", "Troms og Finnmark", "", 2020, 2024},
    {"55", "Troms", "Troms - Romsa - Tromssa", 2024, still_valid},
    {"56", "Finnmark", "Finnmark - Finnm\303\241rku - Finmarkku", 2024, still_valid},
});
// clang-format on

} // namespace brukerplan::detail::places

// Facts: the districts (bydeler) of Oslo, Stavanger, Bergen and Trondheim since 2006.
//
// Source: Statistics Norway (Statistisk sentralbyraa), KLASS classification 103 (city districts),
// by way of the MIT-licensed packages klassR and csdata 2026.3.30.
// Licence of the content: NLOD 2.0 / CC BY 4.0; attribution: "Statistisk sentralbyraa".
// State of the facts: 1 January 2026.
//
// A row says: code (the first four characters are the municipality), name, the years of the
// 1 January on which it became valid and was no longer valid, and whether it is known to have no
// district council. The code ending in 99 is the unknown district of its municipality.
#pragma once

#include <array>
#include <string_view>

#include <brukerplan/identity/detail/dated_rows.hpp>

namespace brukerplan::detail::places {

struct district_row {
    std::string_view code;
    std::string_view name;
    int from_year; // `before_2006`: valid since before 2006
    int to_year;   // exclusive; `still_valid`: no end known
    bool without_council;
};

// clang-format off
inline constexpr auto district_rows = std::to_array<district_row>({
    {"030101", "Gamle Oslo", before_2006, still_valid, false},
    {"030102", "Gr\303\274nerl\303\270kka", before_2006, still_valid, false}, // Gruenerloekka
    {"030103", "Sagene", before_2006, still_valid, false},
    {"030104", "St. Hanshaugen", before_2006, still_valid, false},
    {"030105", "Frogner", before_2006, still_valid, false},
    {"030106", "Ullern", before_2006, still_valid, false},
    {"030107", "Vestre Aker", before_2006, still_valid, false},
    {"030108", "Nordre Aker", before_2006, still_valid, false},
    {"030109", "Bjerke", before_2006, still_valid, false},
    {"030110", "Grorud", before_2006, still_valid, false},
    {"030111", "Stovner", before_2006, still_valid, false},
    {"030112", "Alna", before_2006, still_valid, false},
    {"030113", "\303\230stensj\303\270", before_2006, still_valid, false}, // Oestensjoe
    {"030114", "Nordstrand", before_2006, still_valid, false},
    {"030115", "S\303\270ndre Nordstrand", before_2006, still_valid, false}, // Soendre Nordstrand
    {"030116", "Sentrum", before_2006, still_valid, true},
    {"030117", "Marka", before_2006, still_valid, true},
    {"030199", "Ukjent bydel i Oslo", before_2006, still_valid, false},
    {"110301", "Hundv\303\245g", before_2006, still_valid, false}, // Hundvaag
    {"110302", "Tasta", before_2006, still_valid, false},
    {"110303", "Eiganes og V\303\245land", before_2006, still_valid, false}, // Eiganes og Vaaland
    {"110304", "Madla", before_2006, still_valid, false},
    {"110305", "Storhaug", before_2006, still_valid, false},
    {"110306", "Hillev\303\245g", before_2006, still_valid, false}, // Hillevaag
    {"110307", "Hinna", before_2006, still_valid, false},
    {"110308", "Finn\303\270y", 2020, still_valid, false}, // Finnoey
    {"110309", "Rennes\303\270y", 2020, still_valid, false}, // Rennesoey
    {"110399", "Ukjent bydel i Stavanger", before_2006, still_valid, false},
    {"120101", "Arna", before_2006, 2020, false},
    {"120102", "Bergenhus", before_2006, 2020, false},
    {"120103", "Fana", before_2006, 2020, false},
    {"120104", "Fyllingsdalen", before_2006, 2020, false},
    {"120105", "Laksev\303\245g", before_2006, 2020, false}, // Laksevaag
    {"120106", "Ytrebygda", before_2006, 2020, false},
    {"120107", "\303\205rstad", before_2006, 2020, false}, // Aarstad
    {"120108", "\303\205sane", before_2006, 2020, false}, // Aasane
    {"120199", "Ukjent bydel i Bergen", before_2006, 2020, false},
    {"160101", "Midtbyen", before_2006, 2018, false},
    {"160102", "\303\230stbyen", before_2006, 2018, false}, // Oestbyen
    {"160103", "Lerkendal", before_2006, 2018, false},
    {"160104", "Heimdal", before_2006, 2018, false},
    {"160199", "Ukjent bydel i Trondheim", before_2006, 2018, false},
    {"460101", "Arna", 2020, still_valid, false},
    {"460102", "Bergenhus", 2020, still_valid, false},
    {"460103", "Fana", 2020, still_valid, false},
    {"460104", "Fyllingsdalen", 2020, still_valid, false},
    {"460105", "Laksev\303\245g", 2020, still_valid, false}, // Laksevaag
    {"460106", "Ytrebygda", 2020, still_valid, false},
    {"460107", "\303\205rstad", 2020, still_valid, false}, // Aarstad
    {"460108", "\303\205sane", 2020, still_valid, false}, // Aasane
    {"460199", "Ukjent bydel i Bergen", 2020, still_valid, false},
    {"500101", "Midtbyen", 2018, still_valid, false},
    {"500102", "\303\230stbyen", 2018, still_valid, false}, // Oestbyen
    {"500103", "Lerkendal", 2018, still_valid, false},
    {"500104", "Heimdal", 2018, still_valid, false},
    {"500199", "Ukjent bydel i Trondheim", 2018, still_valid, false},
});
// clang-format on

} // namespace brukerplan::detail::places

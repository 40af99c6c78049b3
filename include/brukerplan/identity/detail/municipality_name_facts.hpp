// Facts: the language of a part of a municipality's label, for labels of several parts.
//
// The source joins the parts and names no language, and their order is no rule ("Habmer - Hamaroey"
// but "Roeros - Rosse"). So only those parts are here whose language follows from something written
// down: the municipality's earlier label, or the list of municipalities of the Saami administrative
// area and their languages (North: Karasjok, Kautokeino, Tana, Porsanger, Nesseby, Kaafjord,
// Lavangen, Tjeldsund; Lule: Hamaroey; South: Hattfjelldal, Roeyrvik, Roeros, Snaasa).
// Every other part of a label of several parts is not Norwegian and stays undetermined: Saami names
// of municipalities outside that area, and the Saami and Kven parts of labels of three parts.
// Non-ASCII letters as in municipality_facts.hpp. State of the facts: 1 January 2026.
#pragma once

#include <array>
#include <string_view>

#include <brukerplan/identity/name_language.hpp>

namespace brukerplan::detail::places {

struct name_language_row {
    std::string_view name;
    name_language language;
};

// clang-format off
inline constexpr auto name_language_rows = std::to_array<name_language_row>({
    // Was the municipality's whole label before it had one in several languages.
    {"Evenes", name_language::norwegian},
    {"Fauske", name_language::norwegian},
    {"Gratangen", name_language::norwegian},
    {"Hamar\303\270y", name_language::norwegian}, // Hamaroey
    {"Hammerfest", name_language::norwegian},
    {"Harstad", name_language::norwegian},
    {"Hattfjelldal", name_language::norwegian},
    {"Lavangen", name_language::norwegian},
    {"Levanger", name_language::norwegian},
    {"Namsos", name_language::norwegian},
    {"Nordreisa", name_language::norwegian},
    {"Rana", name_language::norwegian},
    {"R\303\270ros", name_language::norwegian}, // Roeros
    {"R\303\270yrvik", name_language::norwegian}, // Roeyrvik
    {"Sn\303\245sa", name_language::norwegian}, // Snaasa
    {"Sortland", name_language::norwegian},
    {"Storfjord", name_language::norwegian},
    {"S\303\270rfold", name_language::norwegian}, // Soerfold
    {"Tjeldsund", name_language::norwegian},
    {"Trondheim", name_language::norwegian},
    {"Tysfjord", name_language::norwegian},
    // The Norwegian name by which the list of the Saami administrative area names a municipality that
    // has had a label in several languages since before 2006.
    {"Karasjok", name_language::norwegian},
    {"Kautokeino", name_language::norwegian},
    {"K\303\245fjord", name_language::norwegian}, // Kaafjord
    {"Nesseby", name_language::norwegian},
    {"Porsanger", name_language::norwegian},
    {"Tana", name_language::norwegian},
    // The other part of a label of two parts, of a municipality which that list counts as North Saami.
    {"Deatnu", name_language::north_sami},
    {"Dielddanuorri", name_language::north_sami},
    {"Guovdageaidnu", name_language::north_sami},
    {"G\303\241ivuotna", name_language::north_sami}, // Gaivuotna
    {"K\303\241r\303\241\305\241johka", name_language::north_sami}, // Karasjohka
    {"Loab\303\241k", name_language::north_sami}, // Loabak
    {"Unj\303\241rga", name_language::north_sami}, // Unjarga
    // The same, Lule Saami.
    {"H\303\241bmer", name_language::lule_sami}, // Habmer
    // The same, South Saami.
    {"Aarborte", name_language::south_sami},
    {"Raarvihke", name_language::south_sami},
    {"Rosse", name_language::south_sami},
    {"Sn\303\245ase", name_language::south_sami}, // Snaaase
});
// clang-format on

} // namespace brukerplan::detail::places

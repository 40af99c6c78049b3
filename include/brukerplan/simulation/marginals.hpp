// The shares that a synthetic municipality is made with. They are of mixed years, 2015-2019: no
// single year looked like this, and nothing made with them may be called "2019". What nobody has
// published is this library's own guess and says so; the yearly reports' own tables by domain, age
// and service are not public.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <brukerplan/instrument/field.hpp>
#include <brukerplan/model/category.hpp>
#include <brukerplan/model/domain.hpp>

namespace brukerplan::marginals {

inline constexpr std::string_view label = "mixed years 2015-2019";

/// Whom a share is a share of.
enum class population : std::uint8_t { substance_problem, mental_only };

/// Recipients by problem, 2019: rusfeltet.no, "Forverring av levekaar viser BrukerPlan". They add
/// to 22 404 with a substance problem and 58 790 in all.
inline constexpr std::uint32_t substance_only = 4'053;
inline constexpr std::uint32_t substance_and_less_serious_mental = 13'089;
inline constexpr std::uint32_t substance_and_serious_mental = 5'262;
inline constexpr std::uint32_t mental_only = 36'386;

enum class quantity : std::uint8_t {
    red,   // of a domain
    green, // of a domain; what is neither is yellow
    men,
    serious_mental,
    has_children,
    daily_care,
    child_has_child_welfare,
    individual_plan,
    injects,
    injects_of_red_use,
    opioid_agonist_treatment,
};

struct share {
    population of;
    quantity what;
    std::uint16_t permille;
    ground from;
    std::string_view year; ///< of the figure; empty for what is ours
    std::string_view source;
    domain about = domain::housing; ///< for `red` and `green`
};

inline constexpr std::string_view korus_2015 =
    "stolav.no/korus, 18 913 recipients, 222 municipalities";
inline constexpr std::string_view rusfeltet_2019 = "rusfeltet.no, 22 404 and 36 386 recipients";
inline constexpr std::string_view vulnerable_2018 = "rusfeltet.no, KORFOR fact sheet spring 2020";

// clang-format off
inline constexpr std::array shares{
    // With a substance problem.
    share{population::substance_problem, quantity::men, 700, ground::public_text, "2015 and 2019", korus_2015},
    share{population::substance_problem, quantity::has_children, 190, ground::public_text, "2019", rusfeltet_2019},
    share{population::substance_problem, quantity::daily_care, 60, ground::public_text, "2015", korus_2015},
    share{population::substance_problem, quantity::individual_plan, 140, ground::public_text, "2015", korus_2015},
    // 787 carers of 1 174 children, 675 of them without child-welfare services.
    share{population::substance_problem, quantity::child_has_child_welfare, 425, ground::public_text, "2013", "stortinget.no, written question 60561"},
    // 2 428 who inject and 2 840 in treatment were counted among those with serious physical
    // complaints only, so that the shares of all are higher: a floor taken as the figure.
    share{population::substance_problem, quantity::injects, 108, ground::public_text, "2018-2019", vulnerable_2018},
    share{population::substance_problem, quantity::opioid_agonist_treatment, 127, ground::public_text, "2018-2019", vulnerable_2018},
    share{population::substance_problem, quantity::injects_of_red_use, 300, ground::ours, "", ""},
    share{population::substance_problem, quantity::red, 90, ground::public_text, "2015 and 2016", korus_2015, domain::housing},
    share{population::substance_problem, quantity::green, 480, ground::ours, "", "", domain::housing},
    share{population::substance_problem, quantity::red, 380, ground::public_text, "2015", korus_2015, domain::activity},
    share{population::substance_problem, quantity::green, 150, ground::ours, "", "", domain::activity},
    share{population::substance_problem, quantity::red, 280, ground::ours, "", "", domain::economy},
    share{population::substance_problem, quantity::green, 190, ground::ours, "", "", domain::economy},
    // Of all 58 790, ca. 51 % had serious physical complaints (2018-2019). Read as yellow or red
    // and divided between the two groups by us.
    share{population::substance_problem, quantity::red, 210, ground::ours, "", "", domain::physical_health},
    share{population::substance_problem, quantity::green, 290, ground::ours, "", "", domain::physical_health},
    share{population::substance_problem, quantity::red, 160, ground::public_text, "2016", "helse-stavanger.no, BrukerPlan 2016", domain::substance_use},
    // Green with a substance problem: in opioid agonist treatment and without use of significance,
    // 58 % of those in treatment (2012, forebygging.no).
    share{population::substance_problem, quantity::green, 74, ground::ours, "", "", domain::substance_use},
    share{population::substance_problem, quantity::red, 250, ground::ours, "", "", domain::social_functioning},
    share{population::substance_problem, quantity::green, 170, ground::ours, "", "", domain::social_functioning},
    share{population::substance_problem, quantity::red, 290, ground::ours, "", "", domain::network},
    share{population::substance_problem, quantity::green, 160, ground::ours, "", "", domain::network},
    // With a mental disorder only: "few homeless", "the share with very poor living conditions is
    // small" (2016); no figures.
    share{population::mental_only, quantity::has_children, 247, ground::public_text, "2019", rusfeltet_2019},
    share{population::mental_only, quantity::men, 420, ground::ours, "", ""},
    share{population::mental_only, quantity::serious_mental, 320, ground::ours, "", ""},
    share{population::mental_only, quantity::daily_care, 160, ground::ours, "", ""},
    share{population::mental_only, quantity::child_has_child_welfare, 200, ground::ours, "", ""},
    share{population::mental_only, quantity::individual_plan, 80, ground::ours, "", ""},
    share{population::mental_only, quantity::red, 10, ground::ours, "", "", domain::housing},
    share{population::mental_only, quantity::green, 840, ground::ours, "", "", domain::housing},
    share{population::mental_only, quantity::red, 70, ground::ours, "", "", domain::activity},
    share{population::mental_only, quantity::green, 480, ground::ours, "", "", domain::activity},
    share{population::mental_only, quantity::red, 70, ground::ours, "", "", domain::economy},
    share{population::mental_only, quantity::green, 600, ground::ours, "", "", domain::economy},
    share{population::mental_only, quantity::red, 100, ground::ours, "", "", domain::physical_health},
    share{population::mental_only, quantity::green, 610, ground::ours, "", "", domain::physical_health},
    share{population::mental_only, quantity::red, 0, ground::ours, "", "", domain::substance_use},
    share{population::mental_only, quantity::green, 1000, ground::ours, "", "", domain::substance_use},
    share{population::mental_only, quantity::red, 90, ground::ours, "", "", domain::social_functioning},
    share{population::mental_only, quantity::green, 520, ground::ours, "", "", domain::social_functioning},
    share{population::mental_only, quantity::red, 110, ground::ours, "", "", domain::network},
    share{population::mental_only, quantity::green, 490, ground::ours, "", "", domain::network},
};
// clang-format on

/// Mental health follows the disorder, of which the categories' sizes say how many have which.
/// Ours.
struct mental_health_share {
    population of;
    mental_disorder disorder;
    std::uint16_t red;   ///< permille
    std::uint16_t green; ///< permille
};

inline constexpr std::array<mental_health_share, 5> mental_health_shares{{
    {population::substance_problem, mental_disorder::none, 0, 400},
    {population::substance_problem, mental_disorder::less_serious, 180, 140},
    {population::substance_problem, mental_disorder::serious, 460, 60},
    {population::mental_only, mental_disorder::less_serious, 120, 240},
    {population::mental_only, mental_disorder::serious, 380, 100},
}};

/// How often a domain follows what is common to a person's domains instead of being drawn by
/// itself. Ours: found by experiment, so that under `sum16/1` the index of those with a substance
/// problem is blue light for 9 to 10 % (2018 and 2019) and green for somewhat more (2019), as
/// rusfeltet.no printed them for an index whose points are not public.
inline constexpr std::uint32_t common_factor_permille = 590;

/// Ages, uniform within a band. The mean of those with a substance problem is 42 (2015, stolav.no);
/// the bands are ours, as is all about the others.
struct age_band {
    std::uint8_t youngest;
    std::uint8_t oldest;
    std::uint16_t weight; ///< permille of those with a substance problem
    std::uint16_t weight_mental_only;
};

inline constexpr std::array<age_band, 9> age_bands{{
    {16, 17, 12, 25},
    {18, 22, 80, 110},
    {23, 29, 153, 170},
    {30, 39, 225, 205},
    {40, 49, 215, 180},
    {50, 59, 187, 150},
    {60, 69, 97, 90},
    {70, 79, 27, 50},
    {80, 89, 4, 20},
}};

/// Parents are of these ages. Ours.
inline constexpr int youngest_parent = 20;
inline constexpr int oldest_parent = 59;

/// A share by its name, worked out when compiling: one that is not in the table does not compile.
[[nodiscard]] consteval std::uint32_t permille(population of, quantity what,
                                               domain about = domain::housing) {
    for (const auto& s : shares) {
        if (s.of == of && s.what == what && s.about == about) {
            return s.permille;
        }
    }
    throw "no such share";
}

} // namespace brukerplan::marginals

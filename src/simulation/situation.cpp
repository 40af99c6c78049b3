#include "simulation/situation.hpp"

#include <span>

#include "simulation/assessment.hpp"
#include "simulation/draw.hpp"

namespace brukerplan::detail::synthetic {

namespace {

using marginals::permille;
using marginals::population;
using marginals::quantity;

// Answers by weight, and every share in this file that is not in marginals.hpp: ours.
constexpr std::array<weighted_token, 6> housing_when_red{{{"homeless", 480},
                                                          {"temporary", 280},
                                                          {"with_family", 90},
                                                          {"institution", 60},
                                                          {"prison", 50},
                                                          {"other", 40}}};
constexpr std::array<weighted_token, 8> housing_when_yellow{{{"owned", 70},
                                                             {"rented_private", 330},
                                                             {"rented_municipal", 310},
                                                             {"staffed_housing", 90},
                                                             {"with_family", 120},
                                                             {"institution", 30},
                                                             {"temporary", 40},
                                                             {"prison", 10}}};
constexpr std::array<weighted_token, 7> housing_when_green{{{"owned", 390},
                                                            {"rented_private", 260},
                                                            {"rented_municipal", 160},
                                                            {"staffed_housing", 50},
                                                            {"with_family", 115},
                                                            {"other", 10},
                                                            {"unknown", 15}}};

constexpr std::array<weighted_token, 5> activity_when_red{{{"none", 800},
                                                           {"day_activity", 60},
                                                           {"employment_measure", 30},
                                                           {"other", 80},
                                                           {"unknown", 30}}};
constexpr std::array<weighted_token, 8> activity_when_yellow{{{"none", 330},
                                                              {"day_activity", 200},
                                                              {"supported_work", 110},
                                                              {"employment_measure", 130},
                                                              {"education", 60},
                                                              {"voluntary_work", 40},
                                                              {"ordinary_work", 60},
                                                              {"other", 70}}};
constexpr std::array<weighted_token, 7> activity_when_green{{{"ordinary_work", 380},
                                                             {"supported_work", 140},
                                                             {"employment_measure", 110},
                                                             {"education", 140},
                                                             {"day_activity", 130},
                                                             {"voluntary_work", 50},
                                                             {"other", 50}}};

constexpr std::array<weighted_token, 6> income_otherwise{{{"sickness_benefit", 60},
                                                          {"work_assessment_allowance", 290},
                                                          {"disability_benefit", 420},
                                                          {"unemployment_benefit", 30},
                                                          {"social_assistance", 140},
                                                          {"unknown", 60}}};
constexpr std::array<weighted_token, 6> income_when_red{{{"work_assessment_allowance", 230},
                                                         {"disability_benefit", 240},
                                                         {"social_assistance", 400},
                                                         {"supported_by_others", 40},
                                                         {"none", 50},
                                                         {"other", 40}}};
constexpr std::array<weighted_token, 3> income_of_the_young{
    {{"supported_by_others", 600}, {"student_support", 300}, {"social_assistance", 100}}};

constexpr std::array<weighted_token, 3> managed_when_green{
    {{"none", 930}, {"voluntary", 60}, {"unknown", 10}}};
constexpr std::array<weighted_token, 4> managed_otherwise{
    {{"none", 740}, {"voluntary", 180}, {"compulsory", 50}, {"unknown", 30}}};

constexpr std::array<weighted_token, 5> violence_answers{
    {{"none", 800}, {"exposed", 90}, {"exposes", 20}, {"both", 20}, {"unknown", 70}}};
constexpr std::array<weighted_token, 5> violence_when_red{
    {{"none", 560}, {"exposed", 170}, {"exposes", 70}, {"both", 80}, {"unknown", 120}}};
constexpr std::array<weighted_token, 3> suicide_attempt_answers{
    {{"no", 900}, {"yes", 35}, {"unknown", 65}}};
constexpr std::array<weighted_token, 3> no_plan_answers{
    {{"no", 870}, {"declined", 80}, {"unknown", 50}}};
constexpr std::array<weighted_token, 3> coordinator_with_plan{
    {{"yes", 850}, {"no", 120}, {"unknown", 30}}};
constexpr std::array<weighted_token, 3> coordinator_without_plan{
    {{"yes", 120}, {"no", 830}, {"unknown", 50}}};

/// Permille of each substance being part of the problem, whatever else is.
constexpr std::array<std::uint16_t, substance_tokens.size()> substance_permille{560, 380, 130, 270,
                                                                                240, 60,  25,  40};
enum substance : std::uint8_t { alcohol, cannabis, opioids, stimulants, medicines };

constexpr std::array<weighted_token, 4> child_counts{
    {{"1", 620}, {"2", 290}, {"3", 70}, {"4", 20}}}; // mean 1.49 (2013, written question 60561)

/// How many of a thousand, of either sex and all ages, have the age of parents.
consteval std::uint32_t parents_age_permille(population of) {
    std::uint32_t millionths = 0;
    for (const auto& band : marginals::age_bands) {
        const std::uint32_t weight =
            of == population::substance_problem ? band.weight : band.weight_mental_only;
        std::uint32_t fits = 0;
        for (int age = band.youngest; age <= band.oldest; ++age) {
            fits += age >= marginals::youngest_parent && age <= marginals::oldest_parent ? 1 : 0;
        }
        millionths += weight * 1000 * fits / (band.oldest - band.youngest + 1U);
    }
    return millionths / 1000;
}

struct child_shares {
    std::uint32_t parent_of_age; ///< permille of those of parents' age
    std::uint32_t carer_of_parent;
    std::uint32_t child_welfare; ///< permille of the children
};

template <population Of>
inline constexpr child_shares shares_of_children{
    permille(Of, quantity::has_children) * 1000 / parents_age_permille(Of),
    permille(Of, quantity::daily_care) * 1000 / permille(Of, quantity::has_children),
    permille(Of, quantity::child_has_child_welfare)};

std::uint32_t draw_child_count(random_stream& random) {
    return static_cast<std::uint32_t>(draw(random, child_counts)[0] - '0');
}

children_counted draw_children(random_stream& random, const synthetic_person& person) {
    const auto& shares = person.substance_problem
                             ? shares_of_children<population::substance_problem>
                             : shares_of_children<population::mental_only>;
    children_counted children;
    if (person.age >= marginals::youngest_parent && person.age <= marginals::oldest_parent &&
        random.chance(shares.parent_of_age)) {
        const auto count = draw_child_count(random);
        if (random.chance(shares.carer_of_parent)) {
            children.care = count;
            children.contact = random.chance(80) ? 1 : 0;
        } else {
            children.contact = count;
        }
    }
    if (random.chance(30)) {
        children.others = draw_child_count(random);
    }
    for (std::uint32_t i = 0; i < children.own(); ++i) {
        children.with_child_welfare += random.chance(shares.child_welfare) ? 1 : 0;
    }
    return children;
}

void draw_substances(random_stream& random, synthetic_situation& life) {
    const auto use = life.assessment[domain::substance_use];
    constexpr auto treated =
        permille(population::substance_problem, quantity::opioid_agonist_treatment);
    constexpr auto green =
        permille(population::substance_problem, quantity::green, domain::substance_use);
    constexpr auto red =
        permille(population::substance_problem, quantity::red, domain::substance_use);
    constexpr auto injecting = permille(population::substance_problem, quantity::injects);
    constexpr auto injecting_red =
        permille(population::substance_problem, quantity::injects_of_red_use);
    // Whoever is green is in treatment; the others make up the rest of the published shares.
    life.opioid_agonist_treatment =
        use == rating::green || random.chance((treated - green) * 1000 / (1000 - green));
    life.injects = random.chance(
        use == rating::red ? injecting_red
                           : (use == rating::green ? 0
                                                   : (injecting * 1000 - red * injecting_red) /
                                                         (1000 - red - green)));
    for (std::size_t i = 0; i < substance_tokens.size(); ++i) {
        life.substances |= random.chance(substance_permille[i]) ? 1U << i : 0U;
    }
    if (life.opioid_agonist_treatment) {
        life.substances |= 1U << opioids;
    }
    constexpr auto injectable = 1U << opioids | 1U << stimulants | 1U << medicines;
    if (life.injects && (life.substances & injectable) == 0) {
        life.substances |= random.chance(500) ? 1U << opioids : 1U << stimulants;
    }
    if (life.substances == 0) {
        life.substances |= random.chance(700) ? 1U << alcohol : 1U << cannabis;
    }
}

std::string_view draw_housing(random_stream& random, const synthetic_person& person,
                              const synthetic_situation& life) {
    const auto colour = life.assessment[domain::housing];
    const std::string_view kind = colour == rating::red      ? draw(random, housing_when_red)
                                  : colour == rating::yellow ? draw(random, housing_when_yellow)
                                                             : draw(random, housing_when_green);
    if (life.children.care > 0 && (kind == "prison" || kind == "institution")) {
        return colour == rating::red ? "temporary" : "rented_municipal";
    }
    return person.age < 20 && kind == "owned" ? "with_family" : kind;
}

std::string_view draw_activity(random_stream& random, const synthetic_person& person,
                               const synthetic_situation& life) {
    const auto colour = life.assessment[domain::activity];
    const bool work_ends = person.age >= 67;
    if (work_ends && colour != rating::red) {
        return random.chance(850) ? "retired" : "voluntary_work";
    }
    if (colour != rating::red && life.children.care > 0 && random.chance(150)) {
        return "caring";
    }
    if (person.age < 20 && colour != rating::red) {
        return random.chance(750) ? "education" : "other";
    }
    return colour == rating::red      ? draw(random, activity_when_red)
           : colour == rating::yellow ? draw(random, activity_when_yellow)
                                      : draw(random, activity_when_green);
}

std::string_view draw_income(random_stream& random, const synthetic_person& person,
                             const synthetic_situation& life) {
    if (person.age >= 67) {
        return "old_age_pension";
    }
    if (life.main_activity == "ordinary_work") {
        return random.chance(920) ? "work" : "sickness_benefit";
    }
    if (person.age < 20) {
        return draw(random, income_of_the_young);
    }
    const auto source = life.assessment[domain::economy] == rating::red
                            ? draw(random, income_when_red)
                            : draw(random, income_otherwise);
    return person.age < 25 && source == "disability_benefit" ? "work_assessment_allowance" : source;
}

std::string_view draw_pregnant(random_stream& random, const synthetic_person& person) {
    if (person.sex == sex::female && person.age <= 45) {
        return random.chance(20) ? "yes" : (random.chance(40) ? "unknown" : "no");
    }
    return "no";
}

} // namespace

synthetic_situation make_situation(const simulation_options& options,
                                   const synthetic_person& person) {
    auto colours = draws(options.seed, person.index, purpose::assessment);
    return make_situation(options, person, draw_assessment(colours, person));
}

synthetic_situation make_situation(const simulation_options& options,
                                   const synthetic_person& person, brukerplan::assessment colours) {
    synthetic_situation life;
    life.assessment = colours;
    auto random = draws(options.seed, person.index, purpose::situation);
    if (person.substance_problem) {
        draw_substances(random, life);
    }
    life.children = draw_children(random, person);
    life.housing_kind = draw_housing(random, person, life);
    life.main_activity = draw_activity(random, person, life);
    life.income_source = draw_income(random, person, life);
    life.managed_economy = life.assessment[domain::economy] == rating::green
                               ? draw(random, managed_when_green)
                               : draw(random, managed_otherwise);
    life.violence = life.assessment[domain::social_functioning] == rating::red
                        ? draw(random, violence_when_red)
                        : draw(random, violence_answers);
    life.suicide_attempt = draw(random, suicide_attempt_answers);
    life.pregnant = draw_pregnant(random, person);
    constexpr auto plan_substance =
        permille(population::substance_problem, quantity::individual_plan);
    constexpr auto plan_mental = permille(population::mental_only, quantity::individual_plan);
    life.individual_plan = random.chance(person.substance_problem ? plan_substance : plan_mental);
    life.individual_plan_answer = life.individual_plan ? "yes" : draw(random, no_plan_answers);
    life.coordinator =
        draw(random, life.individual_plan ? coordinator_with_plan : coordinator_without_plan);
    return life;
}

} // namespace brukerplan::detail::synthetic

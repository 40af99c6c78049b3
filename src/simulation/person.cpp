#include "simulation/person.hpp"

#include <algorithm>
#include <chrono>
#include <span>
#include <utility>

#include <brukerplan/identity/national_id.hpp>

#include "simulation/draw.hpp"

namespace brukerplan::detail::synthetic {

namespace {

// Shares of this file that are not in marginals.hpp are ours.
constexpr std::array<weighted_token, 5> birth_country_groups{
    {{"norway", 855}, {"nordic", 25}, {"eu_eea", 45}, {"other", 65}, {"unknown", 10}}};
constexpr std::array<weighted_token, 3> work_experience_grown{
    {{"yes", 820}, {"no", 130}, {"unknown", 50}}};
constexpr std::array<weighted_token, 3> work_experience_young{
    {{"yes", 330}, {"no", 620}, {"unknown", 50}}};

constexpr int latest_individual_number_year = 2039;

struct band_weight {
    std::uint16_t weight;
};

int draw_age(random_stream& random, bool substance_problem, bool adults_only) {
    std::array<band_weight, marginals::age_bands.size()> weights{};
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto& band = marginals::age_bands[i];
        weights[i].weight = substance_problem ? band.weight : band.weight_mental_only;
    }
    const auto& band = marginals::age_bands[random.weighted(std::span<const band_weight>{weights})];
    const auto age = static_cast<int>(random.between(band.youngest, band.oldest));
    return adults_only ? std::max(age, 18) : age;
}

/// Born so that the age is the wanted one when the round begins.
date draw_birth_date(random_stream& random, date begins, int age) {
    const std::chrono::year_month_day first_day{begins};
    const auto birthday_in = [&](int years_back) {
        return date{(first_day.year() - std::chrono::years{years_back}) / first_day.month() /
                    first_day.day()};
    };
    const auto latest = birthday_in(age);
    const auto days = static_cast<std::uint32_t>((latest - birthday_in(age + 1)).count());
    return latest - std::chrono::days{random.below(days)};
}

void draw_problem(random_stream& random, bool substance_only_mapped, synthetic_person& person) {
    constexpr std::uint32_t with_less =
        marginals::substance_only + marginals::substance_and_less_serious_mental;
    constexpr std::uint32_t with_substance = with_less + marginals::substance_and_serious_mental;
    const auto at =
        random.below(with_substance + (substance_only_mapped ? 0 : marginals::mental_only));
    person.substance_problem = at < with_substance;
    if (!person.substance_problem) {
        constexpr auto serious = marginals::permille(marginals::population::mental_only,
                                                     marginals::quantity::serious_mental);
        person.disorder =
            random.chance(serious) ? mental_disorder::serious : mental_disorder::less_serious;
    } else if (at >= marginals::substance_only) {
        person.disorder = at < with_less ? mental_disorder::less_serious : mental_disorder::serious;
    }
}

void put_two(person_number& digits, std::size_t at, unsigned value) noexcept {
    digits[at] = static_cast<char>('0' + value / 10 % 10);
    digits[at + 1] = static_cast<char>('0' + value % 10);
}

std::uint64_t birth_slot(date born, sex of) noexcept {
    const auto days = static_cast<std::uint32_t>(born.time_since_epoch().count());
    return (std::uint64_t{days} << 1U) | (of == sex::male ? 1U : 0U);
}

} // namespace

date round_begins(int mapping_year) noexcept {
    using namespace std::chrono;
    return sys_days{year{mapping_year} / October / Monday[1]};
}

synthetic_person make_person(const simulation_options& options, std::uint32_t index) {
    constexpr auto men_substance =
        marginals::permille(marginals::population::substance_problem, marginals::quantity::men);
    constexpr auto men_mental =
        marginals::permille(marginals::population::mental_only, marginals::quantity::men);
    const bool before_2015 = options.mapping_year < 2015;
    auto random = draws(options.seed, index, purpose::person);
    synthetic_person person;
    person.index = index;
    draw_problem(random, before_2015, person);
    person.sex = random.chance(person.substance_problem ? men_substance : men_mental) ? sex::male
                                                                                      : sex::female;
    person.age = draw_age(random, person.substance_problem, before_2015);
    person.born = draw_birth_date(random, round_begins(options.mapping_year), person.age);
    person.numbered = !random.chance(options.without_number_permille);
    person.birth_country_group = draw(random, birth_country_groups);
    person.work_experience =
        draw(random, person.age < 20 ? work_experience_young : work_experience_grown);
    return person;
}

std::optional<person_number> tenor_number(std::uint64_t seed, date born, sex of,
                                          std::uint32_t rank) noexcept {
    constexpr std::uint32_t pairs = 250; // of individual numbers in a series of 500
    const std::chrono::year_month_day day{born};
    const int year = static_cast<int>(day.year());
    if (year < 1900 || year > latest_individual_number_year) {
        return std::nullopt;
    }
    person_number nine{};
    put_two(nine, 0, static_cast<unsigned>(day.day()));
    put_two(nine, 2, static_cast<unsigned>(day.month()) + 80);
    put_two(nine, 4, static_cast<unsigned>(year % 100));
    const std::uint32_t series = year < 2000 ? 0 : 500;
    const auto first = draws(seed, birth_slot(born, of), purpose::individual_number).below(pairs);
    for (std::uint32_t i = 0; i < pairs; ++i) {
        const std::uint32_t individual =
            series + (first + i) % pairs * 2 + (of == sex::male ? 1U : 0U);
        nine[6] = static_cast<char>('0' + individual / 100);
        put_two(nine, 7, individual % 100);
        const auto number = complete_national_id(std::span<const char, 9>{nine.data(), 9});
        if (number && rank-- == 0) {
            return number;
        }
    }
    return std::nullopt;
}

number_book::number_book(const simulation_options& options) : seed_(options.seed) {
    std::vector<birth> by_birth;
    by_birth.reserve(options.recipients);
    for (std::uint32_t i = 0; i < options.recipients; ++i) {
        const auto person = make_person(options, i);
        by_birth.emplace_back(birth_slot(person.born, person.sex), i);
    }
    rank(std::move(by_birth), 0);
}

number_book::number_book(std::uint64_t seed, std::span<const synthetic_person> persons,
                         std::uint32_t first_rank)
    : seed_(seed) {
    std::vector<birth> by_birth;
    by_birth.reserve(persons.size());
    for (const auto& person : persons) {
        by_birth.emplace_back(birth_slot(person.born, person.sex), person.index);
    }
    rank(std::move(by_birth), first_rank);
}

void number_book::rank(std::vector<birth> by_birth, std::uint32_t first_rank) {
    std::sort(by_birth.begin(), by_birth.end());
    rank_.resize(by_birth.size());
    constexpr std::uint32_t most = 0xFFFF;
    std::uint32_t rank = first_rank;
    for (std::size_t i = 0; i < by_birth.size(); ++i) {
        const bool same = i > 0 && by_birth[i].first == by_birth[i - 1].first;
        rank = same ? rank + 1 : first_rank;
        rank_[by_birth[i].second] = static_cast<std::uint16_t>(std::min(rank, most));
    }
}

std::optional<person_number> number_book::number_of(const synthetic_person& person) const {
    return person.numbered ? tenor_number(seed_, person.born, person.sex, rank_[person.index])
                           : std::nullopt;
}

} // namespace brukerplan::detail::synthetic

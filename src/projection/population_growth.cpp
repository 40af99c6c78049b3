#include <brukerplan/projection/population_growth.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace brukerplan {

namespace {

/// By municipality.
std::map<std::string, int, std::less<>> last_mapping_years(const mapping_counts& counts) {
    std::map<std::string, int, std::less<>> years;
    for (const auto& [key, round] : counts.rounds) {
        const int year = round.mapped ? year_of(round.mapped->last) : key.round;
        const auto [at, is_new] = years.try_emplace(key.municipality, year);
        at->second = std::max(at->second, year);
    }
    return years;
}

struct residents {
    std::uint64_t count = 0;
    /// Whole years that are counted, by sex: bands that follow on each other are one.
    std::array<std::vector<age_band>, sex_tokens.size()> ages;
    bool straddling = false;

    void add(const population_group& group, std::uint32_t more) {
        const auto& band = group.ages;
        const bool reaches = !band.to || *band.to >= youngest_recipient;
        if (band.from < youngest_recipient) {
            straddling = straddling || reaches;
            return;
        }
        count += more;
        auto& of_sex = ages[static_cast<std::size_t>(group.sex)];
        if (!of_sex.empty() && of_sex.back().to && *of_sex.back().to + 1 == band.from) {
            of_sex.back().to = band.to;
        } else {
            of_sex.push_back(band);
        }
    }
};

} // namespace

residents_growth population_growth(const population_table& population, const mapping_counts& counts,
                                   int horizon) {
    std::map<std::pair<std::string_view, int>, residents> by_year;
    for (const auto& [group, count] : population) { // bands in order of age
        by_year[{group.municipality, group.year}].add(group, count);
    }
    residents_growth result;
    for (const auto& [municipality, year] : last_mapping_years(counts)) {
        const auto now = by_year.find({municipality, year});
        const auto then = by_year.find({municipality, year + horizon});
        const bool known = now != by_year.end() && then != by_year.end();
        if (known && (now->second.straddling || then->second.straddling)) {
            ++result.straddling;
        }
        if (!known || now->second.count == 0 || now->second.ages != then->second.ages) {
            ++result.unknown;
            continue;
        }
        const double growth =
            static_cast<double>(then->second.count) / static_cast<double>(now->second.count);
        if (growth > most_growth) {
            ++result.unlikely;
        } else {
            result.by_municipality.emplace(municipality, growth);
        }
    }
    return result;
}

} // namespace brukerplan

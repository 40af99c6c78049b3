// What is known beside the counts: coverage, residents and areas.
#include <array>
#include <set>
#include <utility>

#include <brukerplan/projection/count_files.hpp>

#include "projection/count_rows.hpp"

namespace brukerplan {

namespace {

using detail::count_column;
using detail::count_rows;

// ---- Coverage

namespace coverage_file {

enum : std::size_t {
    municipality,
    round,
    coverage,
    coverage_sd,
    basis,
    unit,
    expected_cases,
    took_part,
};
constexpr std::array<count_column, 8> columns{{{"municipality"},
                                               {"round"},
                                               {"coverage", false},
                                               {"coverage_sd", false},
                                               {"basis", false},
                                               {"unit", false},
                                               {"expected", false},
                                               {"took_part", false}}};

/// English and Norwegian, as spreadsheets write them.
constexpr std::array<std::string_view, 8> yes_and_no{"no",  "nei", "false", "0",
                                                     "yes", "ja",  "true",  "1"};

void take_estimate(count_rows& rows, coverage_table& to) {
    auto key = rows.round_of(municipality, round);
    const auto stated = rows.empty(basis)
                            ? std::optional{static_cast<std::size_t>(coverage_basis::declared)}
                            : rows.one_of(basis, coverage_basis_tokens, count_fault::not_a_basis);
    auto estimate = assumed_coverage();
    if (stated) {
        estimate.basis = static_cast<coverage_basis>(*stated);
    }
    if (!rows.empty(coverage) || estimate.basis != coverage_basis::assumed) {
        estimate.share = rows.share(coverage).value_or(1);
    }
    if (!rows.empty(coverage_sd)) {
        estimate.log_sd = rows.log_sd(coverage_sd).value_or(0);
    }
    if (key && !to.emplace(*std::move(key), estimate).second) {
        rows.fault(count_fault::duplicate);
    }
}

struct listed_round {
    std::uint64_t line = 0; ///< of its first unit
    std::set<std::string> names;
    std::vector<reporting_unit> units;
};

void take_unit(count_rows& rows, std::map<municipality_round, listed_round>& to) {
    auto key = rows.round_of(municipality, round);
    auto name = rows.token(unit);
    const auto cases = rows.amount(expected_cases);
    const auto part = rows.one_of(took_part, yes_and_no, count_fault::not_yes_or_no);
    if (!key || !name || !cases || !part) {
        return;
    }
    const auto [at, is_new] = to.try_emplace(*std::move(key));
    at->second.line = is_new ? rows.line() : at->second.line;
    if (!at->second.names.insert(*std::move(name)).second) {
        rows.fault(count_fault::duplicate);
    }
    at->second.units.push_back({*cases, *part >= yes_and_no.size() / 2});
}

void take_units(count_rows& rows, coverage_table& to) {
    std::map<municipality_round, listed_round> found;
    while (rows.next()) {
        take_unit(rows, found);
    }
    for (auto& [key, round] : found) {
        if (const auto estimate = coverage_of_units(round.units)) {
            to.emplace(key, *estimate);
        } else {
            rows.fault_at(round.line, count_fault::no_unit_took_part, columns[took_part].name);
        }
    }
}

} // namespace coverage_file

// ---- Population

namespace population_file {

enum : std::size_t { year, municipality, sex_column, ages, population };
constexpr std::array<count_column, 5> columns{
    {{"year"}, {"municipality"}, {"sex"}, {"age_band"}, {"population"}}};

struct residents {
    std::uint32_t count = 0;
    std::uint64_t line = 0;
};

void take_row(count_rows& rows, std::map<population_group, residents>& to) {
    const auto when = rows.number(year);
    auto code = rows.token(municipality);
    const auto of = rows.one_of(sex_column, sex_tokens, count_fault::not_a_sex);
    const auto band = rows.band(ages);
    const auto count = rows.count(population);
    if (when && code && of && band && count) {
        const population_group group{*when, *std::move(code), static_cast<sex>(*of), *band};
        if (!to.emplace(group, residents{*count, rows.line()}).second) {
            rows.fault(count_fault::duplicate);
        }
    }
}

/// Whether two bands hold the same ages of the same people.
bool overlap(const population_group& earlier, const population_group& later) {
    auto same = earlier;
    same.ages = later.ages;
    return same == later && (!earlier.ages.to || *earlier.ages.to >= later.ages.from);
}

void find_overlaps(count_rows& rows, const std::map<population_group, residents>& all) {
    const std::pair<const population_group, residents>* before = nullptr;
    for (const auto& each : all) {
        if (before != nullptr && overlap(before->first, each.first)) {
            rows.fault_at(std::max(before->second.line, each.second.line),
                          count_fault::band_overlaps, columns[ages].name);
        }
        before = &each;
    }
}

} // namespace population_file

// ---- Areas

namespace areas_file {

enum : std::size_t { municipality, area };
constexpr std::array<count_column, 2> columns{{{"municipality"}, {"area"}}};

} // namespace areas_file

} // namespace

count_file_result<coverage_table> read_coverage(byte_source source) {
    using namespace coverage_file;
    count_rows rows{count_file::coverage, std::move(source), columns};
    coverage_table table;
    if (rows.open()) {
        if (rows.has(coverage) || rows.has(basis)) {
            while (rows.next()) {
                take_estimate(rows, table);
            }
        } else if (!rows.has(unit) && !rows.has(took_part)) {
            rows.need({coverage});
        } else if (rows.need({unit, expected_cases, took_part}); rows.good()) {
            take_units(rows, table);
        }
    }
    if (!rows.good()) {
        return unexpected(std::move(rows).error());
    }
    return table;
}

count_file_result<population_table> read_population(byte_source source) {
    using namespace population_file;
    count_rows rows{count_file::population, std::move(source), columns};
    std::map<population_group, residents> found;
    if (rows.open()) {
        while (rows.next()) {
            take_row(rows, found);
        }
        find_overlaps(rows, found);
    }
    if (!rows.good()) {
        return unexpected(std::move(rows).error());
    }
    population_table table;
    for (const auto& [group, residents] : found) {
        table.emplace_hint(table.end(), group, residents.count);
    }
    return table;
}

count_file_result<area_table> read_areas(byte_source source) {
    using namespace areas_file;
    count_rows rows{count_file::areas, std::move(source), columns};
    area_table table;
    if (rows.open()) {
        while (rows.next()) {
            auto code = rows.token(municipality);
            auto name = rows.token(area);
            if (code && name && !table.emplace(*std::move(code), *std::move(name)).second) {
                rows.fault(count_fault::duplicate);
            }
        }
    }
    if (!rows.good()) {
        return unexpected(std::move(rows).error());
    }
    return table;
}

} // namespace brukerplan

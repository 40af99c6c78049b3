#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include <brukerplan/projection/decision.hpp>
#include <brukerplan/projection/population_growth.hpp>
#include <brukerplan/projection/projection.hpp>
#include <brukerplan/write/decision_table.hpp>
#include <brukerplan/write/projection_table.hpp>

#include "cli/commands.hpp"
#include "cli/projection_input.hpp"
#include "cli/projection_summary.hpp"
#include "cli/row_output.hpp"

namespace brukerplan::cli {

namespace {

constexpr std::string_view country = "all";

/// With a decimal point or comma.
std::optional<double> number_of(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    double value = 0;
    const auto* end = text.data() + text.size();
    const auto [at, failure] = std::from_chars(text.data(), end, value);
    return failure == std::errc{} && at == end && std::isfinite(value) ? std::optional{value}
                                                                       : std::nullopt;
}

/// A scenario that has a size, and the sizes that it may have: above `least`, to `most`.
struct sized_scenario {
    scenario_kind kind;
    double scenario::*size;
    double least;
    double most;
    bool with_most;
};
constexpr std::array<sized_scenario, 2> sized_scenarios{
    {{scenario_kind::met_need, &scenario::percentile, 0, 1, false},
     {scenario_kind::more_entrants, &scenario::more, -1, 10, true}}};

void take_size(const session& s, scenario& what_if, const std::string& written) {
    const auto sized = std::find_if(sized_scenarios.begin(), sized_scenarios.end(),
                                    [&](const auto& one) { return one.kind == what_if.kind; });
    const auto value = number_of(written);
    if (sized == sized_scenarios.end() || !value || !(*value > sized->least) ||
        !(sized->with_most ? *value <= sized->most : *value < sized->most)) {
        s.refuse("bad_scenario");
    }
    what_if.*(sized->size) = *value;
}

scenario scenario_of(const session& s, const std::string& written) {
    scenario what_if;
    if (written.empty()) {
        return what_if;
    }
    const auto sign = std::min(written.find('='), written.size());
    const auto found =
        std::find(scenario_tokens.begin(), scenario_tokens.end(), written.substr(0, sign));
    if (found == scenario_tokens.end()) {
        s.refuse("bad_scenario");
    }
    what_if.kind = static_cast<scenario_kind>(found - scenario_tokens.begin());
    if (sign < written.size()) {
        take_size(s, what_if, written.substr(sign + 1));
    }
    return what_if;
}

/// What goes together, before anything is read.
void check(const session& s, const project_options& options, const scenario& what_if) {
    need_row_format(s);
    if (what_if.kind == scenario_kind::capacity && options.capacity.empty()) {
        s.refuse("capacity_needs_file");
    }
    if (what_if.kind == scenario_kind::capacity && !options.decisions.empty()) {
        s.refuse("capacity_hides_demand");
    }
    if (!options.decisions.empty() && options.capacity.empty()) {
        s.refuse("decisions_need_capacity");
    }
    auto paths = paths_of(options.files);
    paths.insert(paths.end(), {options.population, options.areas, options.capacity, options.out,
                               options.decisions});
    s.need_different_files(paths);
    s.need_writable(options.out);
    s.need_writable(options.decisions);
}

/// Growth, and what is not known of it.
std::map<std::string, double, std::less<>> growth_of(const session& s,
                                                     const project_options& options,
                                                     const projection_options& with,
                                                     const mapping_counts& counts) {
    const bool used = uses_population(with);
    if (options.population.empty()) {
        if (used) {
            s.tell("population_not_given");
        }
        return {};
    }
    auto growth = population_growth(
        read_count_file(s, count_file::population, options.population, read_population), counts,
        with.horizon);
    if (!used) {
        s.tell("population_not_used");
        return {};
    }
    s.tell_count("population_unknown", growth.unknown);
    s.tell_count("population_straddling", growth.straddling);
    s.tell_count("population_unlikely", growth.unlikely);
    return std::move(growth.by_municipality);
}

using municipality_set = std::vector<std::size_t>;

std::optional<std::size_t> place_in(const std::vector<std::string>& sorted, std::string_view name) {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), name);
    return at != sorted.end() && *at == name
               ? std::optional{static_cast<std::size_t>(at - sorted.begin())}
               : std::nullopt;
}

municipality_set wanted_of(const session& s, const project_options& options, const panel& all) {
    municipality_set wanted;
    if (options.municipalities.empty()) {
        for (std::size_t m = 0; m < all.municipalities.size(); ++m) {
            wanted.push_back(m);
        }
    }
    for (std::size_t i = 0; i < options.municipalities.size(); ++i) {
        const auto place = place_in(all.municipalities, options.municipalities[i]);
        if (!place) {
            s.refuse("municipality_not_counted", {{"position", std::to_string(i + 1)}});
        }
        wanted.push_back(*place);
    }
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    return wanted;
}

/// The areas of a file, and the country if it is asked for.
std::map<std::string, municipality_set> areas_of(const session& s, const project_options& options,
                                                 const panel& all) {
    std::map<std::string, municipality_set> areas;
    if (!options.areas.empty()) {
        const auto table = read_count_file(s, count_file::areas, options.areas, read_areas);
        std::size_t placed = 0;
        for (const auto& [municipality, area] : table) {
            if (place_in(all.municipalities, area) || (options.national && area == country)) {
                s.refuse("area_named_as_another", {{"country", country}});
            }
            if (const auto place = place_in(all.municipalities, municipality)) {
                areas[area].push_back(*place);
                ++placed;
            }
        }
        s.tell_count("areas_not_counted", table.size() - placed);
        s.tell_count("without_area", all.municipalities.size() - placed);
    }
    if (options.national) {
        if (place_in(all.municipalities, country)) {
            s.refuse("area_named_as_another", {{"country", country}});
        }
        auto& everybody = areas[std::string{country}];
        for (std::size_t m = 0; m < all.municipalities.size(); ++m) {
            everybody.push_back(m);
        }
    }
    return areas;
}

projection_options options_of(const session& s, const project_options& options) {
    projection_options result;
    result.horizon = options.horizon.as<int>(s);
    result.refits = options.refits.as<std::size_t>(s);
    result.draws = options.draws.as<std::size_t>(s);
    result.seed = options.seed.as<std::uint64_t>(s);
    if (options.all_models) {
        result.also.assign(models_of_use.begin(), models_of_use.end());
    }
    return result;
}

void write_decisions(const session& s, const std::string& path, const planning_table& table,
                     const projector& projection) {
    row_output rows{s, path, decision_csv_header()};
    const auto& all = projection.histories();
    std::size_t unknown = 0;
    for (const auto& [where, figures] : table) {
        const auto municipality = place_in(all.municipalities, where.first);
        const auto service = place_in(all.services, where.second);
        const auto use = municipality && service ? projection.expected_use(*municipality, *service)
                                                 : std::nullopt;
        unknown += use ? 0 : 1;
        rows.add(decision_row{where.first, where.second, figures,
                              use ? decide(*use, figures) : capacity_decision{}});
    }
    rows.finish();
    s.tell_count("decisions_unknown", unknown);
    s.tell("decisions_written",
           {{"rows", std::to_string(rows.rows())}, {"file", shown_path(s, path)}});
}

void write_rows(const session& s, const project_options& options, const projector& projection,
                const municipality_set& wanted,
                const std::map<std::string, municipality_set>& areas) {
    row_output rows{s, options.out, projection_csv_header()};
    status_counts statuses;
    for (const auto m : wanted) {
        for (const auto& row : projection.municipality(m)) {
            statuses.add(row);
            rows.add(row);
        }
    }
    for (const auto& [name, municipalities] : areas) {
        for (const auto& row : projection.area(name, municipalities)) {
            rows.add(row);
        }
    }
    rows.finish();
    tell_statuses(s, statuses);
    s.tell("projection_written", {{"rows", std::to_string(rows.rows())}});
}

} // namespace

exit_code run_project(const session& s, const project_options& options) {
    auto with = options_of(s, options);
    with.what_if = scenario_of(s, options.scenario);
    check(s, options, with.what_if);
    auto input = read_input(s, options.files);
    const auto wanted = wanted_of(s, options, input.histories);
    const auto areas = areas_of(s, options, input.histories);
    with.population_growth = growth_of(s, options, with, input.united.counts);
    with.notes = notes_of(input.united);
    planning_table planning;
    if (!options.capacity.empty()) {
        planning = read_count_file(s, count_file::capacity, options.capacity, read_capacities);
        with.what_if.capacities = capacities_of(planning);
    }
    const int years = learning_lag(input.histories, with.horizon);
    tell_pairs(s, input.histories, years);
    const projector projection{std::move(input.histories), with};
    tell_models(s, projection);
    tell_other_lag(s, "other_lag", with.horizon, years);
    tell_scenario(s, with.what_if.kind);
    write_rows(s, options, projection, wanted, areas);
    if (!options.decisions.empty()) {
        write_decisions(s, options.decisions, planning, projection);
    }
    return s.options().strict && input.strict_findings ? exit_code::findings : exit_code::done;
}

} // namespace brukerplan::cli

#include <brukerplan/write/world_tables.hpp>

#include <charconv>
#include <cmath>
#include <cstdint>

#include <boost/json.hpp>

#include <brukerplan/model/person.hpp>
#include <brukerplan/projection/registration_counts.hpp>

#include "write/count_lines.hpp"

namespace brukerplan {

namespace {

namespace json = boost::json;
using detail::append_counts_line;
using detail::append_line;
using detail::append_profile_line;

std::string text_of(std::uint64_t value) {
    return std::to_string(value);
}

/// Four decimals: finer than anybody declares.
std::string text_of_share(double share) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), share,
                                   std::chars_format::fixed, 4)
                         .ptr;
    return {digits.data(), end};
}

/// Where the only unit that anybody belonged to did not map, or there was nobody, there was no
/// round.
bool was_mapped(const world_round& round) {
    return round.coverage_declared > 0;
}

void append_counts(const world_round& round, std::string& to) {
    if (!was_mapped(round)) {
        return;
    }
    const auto municipality = text_of(round.municipality);
    for (std::size_t s = 0; s < world_service_count; ++s) {
        append_counts_line(to, {municipality, round.year, round.mapped_on},
                           world_services()[s].token, round.cells[s], round.mapped);
    }
}

void append_profiles(const world_round& round, std::string& to) {
    const auto municipality = text_of(round.municipality);
    for (std::size_t index = 0; index < round.profiles.size(); ++index) {
        for (std::size_t c = 0; c < round.profiles[index].size(); ++c) {
            if (const auto count = round.profiles[index][c]; count > 0) {
                append_profile_line(
                    to, {municipality, round.year, round.mapped_on},
                    profile_of(static_cast<index_class>(index), static_cast<category>(c)), count);
            }
        }
    }
}

void append_coverage(const world_round& round, std::string& to) {
    if (!was_mapped(round)) {
        return;
    }
    append_line(to, {text_of(round.municipality), text_of(round.year),
                     text_of_share(round.coverage_declared), text_of_share(round.coverage_sd),
                     "declared"});
}

/// Of 1000 residents, both sexes alike. About Norway's; ours.
struct age_share {
    std::string_view band;
    std::uint32_t permille;
};
constexpr std::array<age_share, 7> ages{{{"0-15", 180},
                                         {"16-17", 24},
                                         {"18-24", 86},
                                         {"25-44", 268},
                                         {"45-66", 278},
                                         {"67-79", 114},
                                         {"80-", 50}}};

// Each row is what rounds the sum so far, so that the rows add up to the residents.
void append_population(const world_round& round, std::string& to) {
    std::uint64_t shares = 0;
    std::uint64_t given = 0;
    for (const auto of : {sex::female, sex::male}) {
        for (const auto& age : ages) {
            shares += age.permille;
            const auto so_far = (std::uint64_t{round.population} * shares + 1000) / 2000;
            append_line(to, {text_of(round.year), text_of(round.municipality),
                             sex_tokens[static_cast<std::size_t>(of)], age.band,
                             text_of(so_far - given)});
            given = so_far;
        }
    }
}

constexpr std::array<world_table, world_table_count> tables{
    {{"counts", detail::counts_header, append_counts},
     {"profiles", detail::profiles_header, append_profiles},
     {"coverage", "municipality,round,coverage,coverage_sd,basis", append_coverage},
     {"population", "year,municipality,sex,age_band,population", append_population}}};

json::array array_of(std::span<const std::uint32_t> counts) {
    return json::array(counts.begin(), counts.end());
}

json::object parameters_of(const world_definition& world) {
    json::object result;
    result["form"] = world_form_tokens[static_cast<std::size_t>(world.form)];
    result["first_year"] = world.first_year;
    result["burn_in"] = world.burn_in;
    result["rounds"] = world.rounds;
    result["round_interval"] = world.round_interval;
    for (const auto& parameter : world_parameters()) {
        result[parameter.name] = world.*parameter.value;
    }
    result["merger_year"] = world.first_year + world.merger_year;
    result["absent_service"] =
        world.absent_service.empty() ? json::value{} : json::value(world.absent_service);
    json::array some_years;
    for (const auto& some : world.services_in_some_years) {
        some_years.push_back(json::object{{"service", some.service},
                                          {"first_year", world.first_year + some.first},
                                          {"last_year", world.first_year + some.last}});
    }
    result["services_in_some_years"] = std::move(some_years);
    return result;
}

json::object round_object(const world_round& round) {
    return {{"municipality", text_of(round.municipality)},
            {"round", round.year},
            {"population", round.population},
            {"recipients", round.recipients},
            {"mapped", round.mapped},
            {"coverage", round.coverage},
            {"receiving", array_of(round.receiving)},
            {"needing", array_of(round.needing)},
            {"receiving_next_year", array_of(round.receiving_next_year)}};
}

} // namespace

std::span<const world_table, world_table_count> world_tables() noexcept {
    return tables;
}

std::string world_truth(const simulated_world& world, std::span<const world_round> rounds) {
    json::array services;
    for (const auto& service : world_services()) {
        services.push_back(json::object{{"service", service.token},
                                        {"prevalence", service.prevalence},
                                        {"severity", service.severity},
                                        {"substance", service.substance},
                                        {"goes_on", service.goes_on}});
    }
    json::array all;
    for (const auto& round : rounds) {
        all.push_back(round_object(round));
    }
    const json::object document{
        {"format", "brukerplan/world-truth"},
        {"version", 1},
        {"world", world.definition().name},
        {"world_version", world.definition().version},
        {"seed", world.seed()},
        {"municipalities", world.municipalities()},
        {"parameters", parameters_of(world.definition())},
        {"services", std::move(services)},
        {"rounds", std::move(all)},
    };
    return json::serialize(document) + "\n";
}

} // namespace brukerplan

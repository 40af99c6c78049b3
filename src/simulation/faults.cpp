#include "simulation/faults.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "simulation/draw.hpp"

namespace brukerplan::detail::synthetic {

namespace {

/// What a fault can look at and change.
struct fault_site {
    const registration_source& from;
    const simulation_options& options;
    const unit_kind_fact& unit;
    const row_writer& writer;
    row_cells& row;
    random_stream& random;

    /// Writes into a cell; false when the pack has no such field.
    [[nodiscard]] bool put(role r, std::string_view text) const {
        auto* cell = row.find(r);
        if (cell == nullptr) {
            return false;
        }
        cell->assign(text);
        return true;
    }
    [[nodiscard]] std::string_view text(role r) const {
        const auto* cell = row.find(r);
        return cell == nullptr ? std::string_view{} : std::string_view{*cell};
    }
};

using planter = bool (*)(const fault_site&);

/// A token with a letter left out.
bool misspell(const fault_site& at, role r) {
    auto* cell = at.row.find(r);
    if (cell == nullptr || cell->size() < 4) {
        return false;
    }
    cell->erase(1 + at.random.below(2), 1);
    return true;
}

bool unknown_token(const fault_site& at) {
    return at.random.chance(500) ? at.put(role::situation_housing_kind, "hybel")
                                 : at.put(role::situation_main_activity, "jobb");
}

bool misspelt_token(const fault_site& at) {
    return misspell(at, at.random.chance(500) ? role::situation_income_source
                                              : role::situation_housing_kind);
}

bool impossible_date(const fault_site& at) {
    return at.put(role::round_mapped_on, std::to_string(at.options.mapping_year) + "-09-31");
}

bool date_of_another_year(const fault_site& at) {
    auto* cell = at.row.find(role::round_mapped_on);
    if (cell == nullptr || cell->size() != 10 || at.from.person.age < 18) {
        return false;
    }
    cell->replace(0, 4, std::to_string(at.options.mapping_year - 1));
    return true;
}

bool lost_leading_zero(const fault_site& at) {
    const auto number = std::string{at.text(role::identity_national_number)};
    return !number.empty() && number[0] == '0' &&
           at.put(role::identity_national_number, number.substr(1));
}

bool wrong_control_digit(const fault_site& at) {
    auto* cell = at.row.find(role::identity_national_number);
    if (cell == nullptr || cell->empty()) {
        return false;
    }
    cell->back() = cell->back() == '9' ? '0' : static_cast<char>(cell->back() + 1);
    return true;
}

bool wrong_birth_year(const fault_site& at) {
    return at.from.number &&
           at.put(role::person_birth_year, std::to_string(year_of(at.from.person.born) - 10));
}

bool wrong_sex(const fault_site& at) {
    return at.from.number && at.from.life.pregnant != "yes" &&
           at.put(role::person_sex, at.from.person.sex == sex::male ? "female" : "male");
}

bool no_identity(const fault_site& at) {
    return at.put(role::identity_national_number, "") && at.put(role::person_birth_year, "");
}

bool under_16(const fault_site& at) {
    if (!at.from.number || at.from.person.age > 30 || at.from.life.children.care > 0 ||
        at.from.life.pregnant == "yes") {
        return false;
    }
    // Between 12 and 15 years old all through the round.
    const auto youngest = round_begins(at.options.mapping_year - 15) + std::chrono::days{60};
    const auto born = youngest + std::chrono::days{at.random.below(3 * 365)};
    const auto number =
        tenor_number(at.options.seed, born, at.from.person.sex, at.random.below(100));
    return number && at.put(role::identity_national_number, {number->data(), number->size()}) &&
           at.put(role::person_birth_year, std::to_string(year_of(born)));
}

bool pregnant_man(const fault_site& at) {
    return at.from.person.sex == sex::male && at.from.person.age <= 54 &&
           at.put(role::situation_pregnant, "yes");
}

bool no_municipal_service(const fault_site& at) {
    return at.put(role::services_received, at.random.chance(500)
                                               ? "mental_outpatient"
                                               : "substance_inpatient|somatic_hospital");
}

bool no_services(const fault_site& at) {
    return at.put(role::services_received, "none");
}

bool neither_problem(const fault_site& at) {
    return !at.from.person.substance_problem &&
           at.from.life.assessment[domain::mental_health] != rating::red &&
           at.put(role::problem_mental_disorder, "none");
}

bool problems_unknown(const fault_site& at) {
    return !at.from.person.substance_problem && at.put(role::problem_mental_disorder, "unknown");
}

bool objects(const fault_site& at) {
    return at.put(role::rights_objects, "yes");
}

bool not_informed(const fault_site& at) {
    return at.options.mapping_year >= 2024 && at.put(role::rights_informed, "no");
}

bool not_noted(const fault_site& at) {
    return at.put(role::rights_record_noted, "no");
}

bool former_municipality(const fault_site& at) {
    at.row.put(role::place_district, "");
    // Valid until 2018 and until 2006.
    return at.put(role::place_municipality, at.options.mapping_year >= 2018 ? "1601" : "1159");
}

role any_domain(const fault_site& at) {
    return role_of(static_cast<domain>(at.random.below(domain_count)));
}

bool rating_outside_list(const fault_site& at) {
    // One draw after another: the order of arguments is the compiler's.
    const role r = any_domain(at);
    return at.put(r, at.random.chance(500) ? "orange" : "4");
}

bool missing_rating(const fault_site& at) {
    return at.put(any_domain(at), "");
}

bool no_ratings(const fault_site& at) {
    return std::all_of(all_domains.begin(), all_domains.end(),
                       [&](domain d) { return at.put(role_of(d), ""); });
}

bool green_despite_problem(const fault_site& at) {
    return at.from.person.substance_problem && !at.from.life.opioid_agonist_treatment &&
           at.put(role_of(domain::substance_use), "green");
}

bool homeless_not_red(const fault_site& at) {
    return at.from.life.assessment[domain::housing] != rating::red &&
           at.put(role::situation_housing_kind, "homeless");
}

bool excluding_substances(const fault_site& at) {
    return at.from.person.substance_problem &&
           at.put(role::situation_substances,
                  "none|" + std::string{at.text(role::situation_substances)});
}

bool none_with_services(const fault_site& at) {
    return at.from.services.answer == needs_answer::services &&
           at.put(role::services_needed, std::string{at.text(role::services_needed)} + "|none");
}

bool own_sector_absent(const fault_site& at) {
    if (at.unit.kind == "gp" || at.unit.kind == "other") {
        return false;
    }
    const auto other =
        at.unit.sector == sector::health_and_care ? service::nav_guidance : service::follow_up_team;
    at.writer.put_services(role::services_received,
                           (at.from.services.received & ~services_of(at.unit.sector)) | bit(other),
                           at.row);
    return !at.text(role::services_received).empty();
}

bool child_count_in_words(const fault_site& at) {
    return at.put(role::children_contact, at.random.chance(500) ? "to" : "1-2");
}

bool more_in_child_welfare_than_children(const fault_site& at) {
    return at.put(role::children_with_child_welfare,
                  std::to_string(at.from.life.children.all() + 1));
}

bool number_in_text(const fault_site& at) {
    if (!at.from.number) {
        return false;
    }
    const std::string number{at.from.number->data(), at.from.number->size()};
    const role r = at.random.chance(500) ? role::source_unit : role::source_mapper;
    return at.put(r, std::string{at.text(r)} + " " + number);
}

bool too_few_cells(const fault_site& at) {
    at.row.drop_last(1 + at.random.below(4));
    return true;
}

/// In the order of `simulated_fault`. A planter that cannot plant leaves the row as it is.
constexpr std::array<planter, simulated_fault_count> planters{
    unknown_token,
    misspelt_token,
    [](const fault_site& at) { return misspell(at, role::services_received); },
    impossible_date,
    [](const fault_site& at) { return at.put(role::round_mapped_on, ""); },
    date_of_another_year,
    lost_leading_zero,
    wrong_control_digit,
    wrong_birth_year,
    wrong_sex,
    no_identity,
    under_16,
    pregnant_man,
    no_municipal_service,
    no_services,
    neither_problem,
    problems_unknown,
    objects,
    not_informed,
    not_noted,
    former_municipality,
    rating_outside_list,
    missing_rating,
    no_ratings,
    green_despite_problem,
    homeless_not_red,
    excluding_substances,
    none_with_services,
    own_sector_absent,
    child_count_in_words,
    more_in_child_welfare_than_children,
    number_in_text,
    too_few_cells,
};

} // namespace

fault_planter::fault_planter(const simulation_options& options, const unit_register& units,
                             const row_writer& writer)
    : options_(&options), units_(&units), writer_(&writer) {
    for (std::size_t i = 0; i < order_.size(); ++i) {
        order_[i] = static_cast<simulated_fault>(i);
    }
    auto random = draws(options.seed, 0, purpose::order);
    for (auto i = static_cast<std::uint32_t>(order_.size()); i > 1; --i) {
        std::swap(order_[i - 1], order_[random.below(i)]);
    }
}

std::optional<simulated_fault> fault_planter::maybe_plant(const registration_source& from,
                                                          row_cells& row) {
    auto random =
        draws(options_->seed, std::uint64_t{from.person.index} << 2U | from.nth, purpose::dirt);
    if (!random.chance(options_->dirty_permille)) {
        return std::nullopt;
    }
    auto by_need = order_;
    std::stable_sort(by_need.begin(), by_need.end(), [&](simulated_fault a, simulated_fault b) {
        return planted_[static_cast<std::size_t>(a)] < planted_[static_cast<std::size_t>(b)];
    });
    const fault_site site{from, *options_, units_->kind(from.place.unit), *writer_, row, random};
    for (const auto fault : by_need) {
        if (planters[static_cast<std::size_t>(fault)](site)) {
            ++planted_[static_cast<std::size_t>(fault)];
            return fault;
        }
    }
    return std::nullopt;
}

} // namespace brukerplan::detail::synthetic

#include "projection/projector_parts.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

#include <brukerplan/projection/population_growth.hpp>

#include "projection/fit_parts.hpp"
#include "projection/met_need.hpp"

namespace brukerplan::detail {

namespace {

/// Adds to what is expected persons that no weights were learned for.
void add_unlearned(use_law& use, std::string_view why, double persons) {
    if (persons > 0) {
        const double learned = use.law.mean / (use.law.mean + persons);
        use.law.parameter_variance *= learned * learned;
    }
    use.law.mean += persons;
    use.added += persons;
    use.terms.push_back({why, persons});
}

constexpr int longest_horizon = 5;
constexpr std::uint32_t few_recipients = 20;

void check(const projection_options& options) {
    const auto need = [](bool holds, const char* what) {
        if (!holds) {
            throw std::invalid_argument(what);
        }
    };
    need(options.horizon >= 1 && options.horizon <= longest_horizon, "a horizon is 1 to 5 years");
    need(options.draws >= 100 && options.draws <= 100'000, "draws are 100 to 100 000");
    need(options.refits <= 100'000, "refits are at most 100 000");
    need(options.unseen.least >= 0 && options.unseen.most >= options.unseen.least &&
             options.unseen.most <= 10,
         "those who were not mapped use 0 to 10 times as much as those who were");
    need(options.what_if.percentile > 0 && options.what_if.percentile < 1,
         "a percentile is between 0 and 1");
    need(options.what_if.more > -1 && options.what_if.more <= 10,
         "entrants change by -1 to 10 times the recipients");
    for (const auto& [municipality, growth] : options.population_growth) {
        need(growth >= 0 && growth <= most_growth,
             "a population grows to 0 to 10 times what it was");
    }
    for (const auto& [service, room] : options.what_if.capacities) {
        need(room >= 0, "a capacity is 0 persons or more");
    }
}

} // namespace

projector_parts::projector_parts(panel histories, const projection_options& with)
    : all(std::move(histories)), options((check(with), with)),
      years(learning_lag(all, options.horizon)), last_period(std::numeric_limits<int>::min()),
      terms(all, years), transitions(transitions_of(all, terms, years)),
      chosen(choose_models(all, years)), need_rates(need_rates_of(all)) {
    for (const auto& history : all.histories) {
        if (!history.empty()) {
            last_period = std::max(last_period, history.back().period);
        }
    }
    if (options.what_if.kind == scenario_kind::met_need) {
        met_need = met_need_at(all, options.what_if.percentile);
    }
    fit_models();
}

void projector_parts::fit_models() {
    std::set<model_kind> wanted{options.also.begin(), options.also.end()};
    wanted.insert(model_kind::naive);
    for (std::size_t s = 0; s < all.services.size(); ++s) {
        wanted.insert(model_of(s));
    }
    for (const auto kind : wanted) {
        auto fitted = fit(kind, transitions, years);
        refitted_weights refits{fitted, transitions, options.refits, options.seed};
        models.emplace(kind, projected_model{std::move(fitted), std::move(refits)});
    }
}

const panel_round* projector_parts::last_round(std::size_t municipality) const noexcept {
    const auto& history = all.histories[municipality];
    return history.empty() ? nullptr : &history.back();
}

model_kind projector_parts::model_of(std::size_t service) const noexcept {
    return options.what_if.kind == scenario_kind::constant_rates ? model_kind::naive
                                                                 : chosen[service].use;
}

double projector_parts::longer() const noexcept {
    return std::max(1.0, static_cast<double>(options.horizon) / static_cast<double>(years));
}

bool projector_parts::is_changed() const noexcept {
    return options.what_if.kind != scenario_kind::as_is || population_counts();
}

bool projector_parts::population_counts() const noexcept {
    return uses_population(options);
}

double projector_parts::growth_of(std::size_t municipality) const {
    const auto known = options.population_growth.find(all.municipalities[municipality]);
    return known == options.population_growth.end() ? 1 : known->second;
}

std::optional<term_values> projector_parts::terms_of(std::size_t municipality,
                                                     std::size_t service) const {
    const auto* round = last_round(municipality);
    if (round == nullptr || round->services[service].presence == service_presence::not_asked) {
        return std::nullopt;
    }
    if (round->services[service].presence == service_presence::absent) {
        return term_values{};
    }
    return terms(municipality, all.histories[municipality].size() - 1, service);
}

std::optional<use_law> projector_parts::use_of(std::size_t municipality, std::size_t service,
                                               model_kind kind) const {
    const auto values = terms_of(municipality, service);
    if (!values) {
        return std::nullopt;
    }
    const auto& round = *last_round(municipality);
    const auto size = size_group_of(round.recipients);
    const auto& [fitted, refits] = model(kind);
    const auto& learned = fitted.services[service][size];
    use_law use;
    use.kind = kind;
    use.values = *values;
    use.law.mean = fitted.expected(*values, service, size);
    use.law.parameter_variance = refits.relative_variance(use.law.mean, *values, service, size);
    use.law.coverage_variance = round.coverage.log_sd * round.coverage.log_sd;
    use.law.local_dispersion = fitted.local_dispersion(service, size) * longer();
    use.law.shock_variance = fitted.predictive_shock_variance() * longer();
    for (const auto& [of, weight] : definition_of(kind).terms) {
        const auto place = static_cast<std::size_t>(of);
        use.terms.push_back({term_tokens[place], learned.weights[place] * (*values)[place]});
    }
    if (const double some = nobody_yet(municipality, service); use.law.mean <= 0 && some > 0) {
        add_unlearned(use, "nobody_yet", some);
    }
    use.flags = flags_of(municipality, service);
    use.flags.add_if(projection_flag::learned_from_all, learned.from == learned_from::all_sizes);
    use.flags.add_if(projection_flag::learned_elsewhere,
                     learned.from == learned_from::other_services);
    use.flags.add_if(projection_flag::one_transition, fitted.periods == 1);
    use.flags.add_if(projection_flag::fell_back,
                     chosen[service].why == gate_reason::fell_back && kind == chosen[service].use);
    use.flags.add_if(projection_flag::not_backtested,
                     chosen[service].why == gate_reason::not_backtested);
    use.flags.add(learned.from == learned_from::nothing || coverage_is_assumed(municipality)
                      ? projection_flag::assumed
                      : projection_flag::estimated);
    apply(options.what_if, municipality, service, use);
    return use;
}

void projector_parts::apply(const scenario& what_if, std::size_t municipality, std::size_t service,
                            use_law& use) const {
    const auto& round = *last_round(municipality);
    const auto grow = [&](double by, std::string_view why) {
        const double more = (by - 1) * use.law.mean;
        use.added *= by;
        use.law.mean += more;
        use.terms.push_back({why, more});
    };
    if (population_counts()) {
        use.flags.add_if(projection_flag::population_assumed,
                         !options.population_growth.contains(all.municipalities[municipality]));
        grow(growth_of(municipality), "population");
    }
    switch (what_if.kind) {
    case scenario_kind::as_is:
    case scenario_kind::constant_rates:
        break;
    case scenario_kind::met_need:
        add_unlearned(use, "met_need",
                      more_met(round, service, met_need[service]) * round.weight());
        break;
    case scenario_kind::full_coverage:
        grow(1 / round.weight(), "full_coverage");
        use.law.coverage_variance = 0;
        break;
    case scenario_kind::more_entrants:
        grow(1 + what_if.more, "more_entrants");
        break;
    case scenario_kind::capacity:
        if (const auto room =
                what_if.capacities.find({all.municipalities[municipality], all.services[service]});
            room != what_if.capacities.end()) {
            use.most = room->second;
        }
        break;
    }
}

predictive_law projector_parts::naive_of(std::size_t municipality, std::size_t service) const {
    const auto values = terms_of(municipality, service).value_or(term_values{});
    const auto* round = last_round(municipality);
    const auto size = size_group_of(round->recipients);
    const auto& fitted = model(model_kind::naive).fitted;
    return {fitted.expected(values, service, size), 0,
            round->coverage.log_sd * round->coverage.log_sd,
            fitted.local_dispersion(service, size) * longer(),
            fitted.predictive_shock_variance() * longer()};
}

double projector_parts::nobody_yet(std::size_t municipality, std::size_t service) const {
    const auto values = terms_of(municipality, service).value_or(term_values{});
    const auto value = [&](term of) { return values[static_cast<std::size_t>(of)]; };
    if (value(term::received) > 0 || value(term::own_past) > 0) {
        return 0;
    }
    const auto& terms_of_default = definition_of(model_kind::credibility).terms;
    const auto peers =
        std::ranges::find(terms_of_default, term::peers, &model_definition::weighted_term::of);
    const auto prior = prior_of(definition_of(model_kind::credibility),
                                size_group_of(last_round(municipality)->recipients));
    constexpr double half_a_person = 0.5;
    const double counts_for =
        prior.mean[static_cast<std::size_t>(peers - terms_of_default.begin())];
    return std::min(half_a_person * last_round(municipality)->weight(),
                    counts_for * value(term::peers));
}

projection_flags projector_parts::flags_of(std::size_t municipality, std::size_t service) const {
    const auto noted = options.notes.find(all.municipalities[municipality]);
    auto flags = noted == options.notes.end() ? projection_flags{} : noted->second;
    flags.add_if(projection_flag::what_if, options.what_if.kind != scenario_kind::as_is);
    const auto& history = all.histories[municipality];
    if (history.empty()) {
        flags.add(projection_flag::not_asked);
        return flags;
    }
    const auto& last = history.back();
    const auto presence = last.services[service].presence;
    flags.add_if(projection_flag::not_asked, presence == service_presence::not_asked);
    flags.add_if(projection_flag::service_ended, presence == service_presence::absent);
    flags.add_if(projection_flag::coverage_assumed, last.coverage.basis == coverage_basis::assumed);
    flags.add_if(projection_flag::first_mapping, history.size() == 1);
    flags.add_if(projection_flag::no_history, models.at(model_kind::naive).fitted.transitions == 0);
    flags.add_if(projection_flag::other_lag, years != options.horizon);
    flags.add_if(projection_flag::older_round, last.period < last_period);
    flags.add_if(projection_flag::no_peers,
                 presence == service_presence::present &&
                     !terms.has_peers(municipality, history.size() - 1, service));
    flags.add_if(projection_flag::few_recipients, last.recipients < few_recipients);
    for (std::size_t r = 0; r + 1 < history.size(); ++r) {
        flags.add_if(projection_flag::level_break, level_break(history[r], last));
        flags.add_if(projection_flag::service_began,
                     presence == service_presence::present &&
                         history[r].services[service].presence == service_presence::absent);
        flags.add_if(projection_flag::past_coverage_assumed,
                     history[r].coverage.basis == coverage_basis::assumed &&
                         last.coverage.basis != coverage_basis::assumed);
    }
    return flags;
}

projection_flags projector_parts::need_flags(std::size_t municipality, std::size_t service) const {
    auto flags = flags_of(municipality, service);
    const auto& coverage = last_round(municipality)->coverage;
    const bool certain = coverage.share == 1 && coverage.log_sd == 0 && !is_changed();
    flags.add(certain                             ? projection_flag::identified
              : coverage_is_assumed(municipality) ? projection_flag::assumed
                                                  : projection_flag::estimated);
    return flags;
}

need_law projector_parts::need_as_is(std::size_t municipality, std::size_t service) const {
    return detail::need_of(*last_round(municipality), service, need_rates[service]);
}

need_law projector_parts::need_of(std::size_t municipality, std::size_t service) const {
    auto need = need_as_is(municipality, service);
    need.coverage = coverage_of(municipality);
    need.growth = population_counts() ? growth_of(municipality) : 1;
    if (options.what_if.kind == scenario_kind::more_entrants) {
        need.growth *= 1 + options.what_if.more;
    }
    return need;
}

coverage_estimate projector_parts::coverage_of(std::size_t municipality) const {
    auto coverage = last_round(municipality)->coverage;
    if (options.what_if.kind == scenario_kind::full_coverage) {
        coverage.share = 1;
        coverage.log_sd = 0;
    }
    return coverage;
}

bool projector_parts::coverage_is_assumed(std::size_t municipality) const {
    return options.what_if.kind == scenario_kind::full_coverage ||
           last_round(municipality)->coverage.basis == coverage_basis::assumed;
}

row_place projector_parts::place_of(std::size_t municipality, std::size_t service) const {
    return {all.municipalities[municipality], all.services[service], options.horizon,
            last_round(municipality) == nullptr ? 1 : coverage_of(municipality).share,
            options.unseen};
}

std::vector<double> projector_parts::expected_by_draw(const use_law& use, std::size_t municipality,
                                                      std::size_t service) const {
    const auto& refits = model(use.kind).refits;
    const auto size = size_group_of(last_round(municipality)->recipients);
    std::vector<double> expected(options.draws, use.law.mean);
    if (refits.count() == 0) {
        return expected;
    }
    double sum = 0;
    for (std::size_t b = 0; b < options.draws; ++b) {
        expected[b] = refits.expected(b % refits.count(), use.values, service, size);
        sum += expected[b];
    }
    // Refits say how surely the weights are known; what is expected is what the fit expects.
    const double learned = use.law.mean - use.added;
    const double scale = sum > 0 ? learned * static_cast<double>(options.draws) / sum : 0;
    for (auto& each : expected) {
        each = each * scale + use.added;
    }
    return expected;
}

} // namespace brukerplan::detail

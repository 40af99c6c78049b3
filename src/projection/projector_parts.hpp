// What a projector knows once it has been fitted.
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <vector>

#include <brukerplan/projection/projection.hpp>
#include <brukerplan/projection/refits.hpp>

#include "projection/need_law.hpp"
#include "projection/projected_rows.hpp"

namespace brukerplan::detail {

/// A model with what its weights may be.
struct projected_model {
    fitted_model fitted;
    refitted_weights refits;
};

/// Expected use of one service in one municipality.
struct use_law {
    model_kind kind = model_kind::credibility;
    term_values values{};
    predictive_law law;
    double added = 0; ///< persons that no weights were learned for
    double most = std::numeric_limits<double>::infinity();
    std::vector<explained_term> terms;
    projection_flags flags;
};

/// Mean of expected use where there is room for so many alone.
[[nodiscard]] double mean_within(const use_law& use);

struct projector_parts {
    projector_parts(panel histories, const projection_options& with);

    panel all;
    projection_options options;
    int years;       ///< between the rounds that were learned from
    int last_period; ///< of any municipality
    term_table terms;
    std::vector<std::vector<transition>> transitions;
    std::vector<gate_decision> chosen;
    std::map<model_kind, projected_model> models;
    std::vector<need_rate> need_rates;
    std::vector<double> met_need; ///< by service: the rate that `met_need` brings others to

    [[nodiscard]] const panel_round* last_round(std::size_t municipality) const noexcept;
    [[nodiscard]] model_kind model_of(std::size_t service) const noexcept;
    [[nodiscard]] const projected_model& model(model_kind kind) const { return models.at(kind); }

    /// Nothing where the service was not asked for.
    [[nodiscard]] std::optional<use_law> use_of(std::size_t municipality, std::size_t service,
                                                model_kind kind) const;
    /// As last year, without a scenario.
    [[nodiscard]] predictive_law naive_of(std::size_t municipality, std::size_t service) const;
    /// Persons that may come where nobody has received a service yet, and a model that looks at
    /// nothing else would be certain of nobody: what peers count for in the default model before
    /// anything is learned, and half a mapped person at most. 0 where somebody has.
    [[nodiscard]] double nobody_yet(std::size_t municipality, std::size_t service) const;
    /// Of all that is said of a municipality's service.
    [[nodiscard]] projection_flags flags_of(std::size_t municipality, std::size_t service) const;
    [[nodiscard]] projection_flags need_flags(std::size_t municipality, std::size_t service) const;
    /// What was learned over fewer years than are projected has seen less of what can happen.
    [[nodiscard]] double longer() const noexcept;
    [[nodiscard]] double growth_of(std::size_t municipality) const;
    /// Whether there is anything but what is expected if all goes on.
    [[nodiscard]] bool is_changed() const noexcept;
    /// As stated, without a scenario.
    [[nodiscard]] need_law need_as_is(std::size_t municipality, std::size_t service) const;
    [[nodiscard]] need_law need_of(std::size_t municipality, std::size_t service) const;
    /// Of its last round, which it has.
    [[nodiscard]] coverage_estimate coverage_of(std::size_t municipality) const;
    /// By nobody's statement, or by a scenario.
    [[nodiscard]] bool coverage_is_assumed(std::size_t municipality) const;
    [[nodiscard]] row_place place_of(std::size_t municipality, std::size_t service) const;
    /// By draw, the mean of expected use by the weights of one refit, again from the first when
    /// there are more draws than refits. Their mean is what the fit expects.
    [[nodiscard]] std::vector<double> expected_by_draw(const use_law& use, std::size_t municipality,
                                                       std::size_t service) const;

private:
    void fit_models();
    [[nodiscard]] bool population_counts() const noexcept;
    void apply(const scenario& what_if, std::size_t municipality, std::size_t service,
               use_law& use) const;
    [[nodiscard]] std::optional<term_values> terms_of(std::size_t municipality,
                                                      std::size_t service) const;
};

} // namespace brukerplan::detail

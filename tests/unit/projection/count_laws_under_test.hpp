// The laws that tests go through, and the references of tests/projection/make_references.py.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include <brukerplan/projection/count_families.hpp>
#include <brukerplan/projection/count_mass.hpp>

namespace projection_test {

using namespace brukerplan;

/// Probabilities of the events that the references know as `events`.
inline std::vector<double> event_probabilities(double count) {
    std::vector<double> probabilities;
    for (int i = 0; i < count; ++i) {
        probabilities.push_back((1 + i % 97) / 128.0);
    }
    return probabilities;
}

using count_law = std::variant<poisson, negative_binomial, beta_binomial, beta_negative_binomial>;

inline count_mass mass_of(const count_law& law, mass_limits limits = {}) {
    return std::visit([&](const auto& l) { return brukerplan::mass_of(l, limits); }, law);
}
inline double mean(const count_law& law) {
    return std::visit([](const auto& l) { return brukerplan::mean(l); }, law);
}
inline double variance(const count_law& law) {
    return std::visit([](const auto& l) { return brukerplan::variance(l); }, law);
}
inline double log_mass(const count_law& law, std::uint32_t value) {
    return std::visit([&](const auto& l) { return brukerplan::log_mass(l, value); }, law);
}

/// Of every family: rare and common, narrow and wide.
inline const std::vector<count_law> ordinary_laws{
    poisson{0},
    poisson{0.02},
    poisson{3.5},
    poisson{90},
    poisson{2500},
    negative_binomial{0.4, 3},
    negative_binomial{12, 0.08},
    negative_binomial{12, 1e-12},
    negative_binomial{400, 0.3},
    beta_binomial{0, 1, 1},
    beta_binomial{1, 2, 3},
    beta_binomial{40, 0.3, 0.2},
    beta_binomial{40, 1, 1},
    beta_binomial{700, 80, 20},
    beta_negative_binomial{0, 16, 4},
    beta_negative_binomial{6, 16, 4},
    beta_negative_binomial{90, 12.5, 2.5},
};

/// A line of a reference file: what follows a law, and the numbers about one of its values.
struct mass_reference {
    std::string law;
    std::vector<double> parameters;
    std::uint32_t value = 0;
    std::vector<double> results;

    [[nodiscard]] count_law counted() const {
        const auto& p = parameters;
        if (law == "poisson") {
            return poisson{p[0]};
        }
        if (law == "negative_binomial") {
            return negative_binomial{p[0], p[1]};
        }
        if (law == "beta_binomial") {
            return beta_binomial{static_cast<std::uint32_t>(p[0]), p[1], p[2]};
        }
        return beta_negative_binomial{p[0], p[1], p[2]};
    }
};

inline std::vector<mass_reference> references(const std::string& name) {
    std::ifstream file{std::string{BRUKERPLAN_SOURCE_DIR} + "/tests/projection/" + name};
    std::vector<mass_reference> all;
    mass_reference current;
    for (std::string line; std::getline(file, line);) {
        const bool is_law = line.front() != ' ';
        std::istringstream words{line};
        if (is_law) {
            words >> current.law;
        } else {
            words >> current.value;
        }
        auto& numbers = is_law ? current.parameters : current.results;
        numbers.clear();
        for (std::string word; words >> word;) {
            numbers.push_back(std::strtod(word.c_str(), nullptr));
        }
        if (!is_law) {
            all.push_back(current);
        }
    }
    return all;
}

} // namespace projection_test

// Scoring the slow and obvious way, from the words of a scheme: every colour gives points, points
// count by the weight of the domain, the class is the last one that the sum reaches, and with fewer
// assessed domains than the scheme asks for there is none.
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace reference {

/// Ratings as in integer columns: 1 green, 2 yellow, 3 red, 0 not assessed.
using eight_numbers = std::array<int, 8>;

inline constexpr std::array<const char*, 8> domain_order{
    "housing",       "activity",           "economy", "physical_health", "mental_health",
    "substance_use", "social_functioning", "network"};

struct scheme {
    int green = 0;
    int yellow = 1;
    int red = 2;
    eight_numbers weights{1, 1, 1, 1, 1, 1, 1, 1};
    std::vector<std::pair<int, std::string>> classes; ///< from so many points, in rising order
    int least_assessed = 8;
};

/// The library's own sum16/1: 0-4 green, 5-8 yellow, 9-12 red, 13-16 blue light.
inline scheme sum16() {
    scheme s;
    s.classes = {{0, "green"}, {5, "yellow"}, {9, "red"}, {13, "blue_light"}};
    return s;
}

struct result {
    int answered = 0;
    int points = 0; ///< 0 without a class
    std::string index_class = "none";
    std::string reason; ///< empty with a class
};

inline result score(const scheme& s, const eight_numbers& ratings) {
    result r;
    int sum = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        if (ratings[i] == 0) {
            continue;
        }
        r.answered = r.answered + 1;
        const int points = ratings[i] == 1 ? s.green : ratings[i] == 2 ? s.yellow : s.red;
        sum = sum + points * s.weights[i];
    }
    if (r.answered == 0) {
        r.reason = "nothing_assessed";
        return r;
    }
    if (r.answered < s.least_assessed) {
        r.reason = "too_few_assessed";
        return r;
    }
    for (const auto& [from, name] : s.classes) {
        if (sum >= from) {
            r.index_class = name;
            r.points = sum;
        }
    }
    if (r.index_class == "none") {
        r.reason = "below_classes";
    }
    return r;
}

} // namespace reference

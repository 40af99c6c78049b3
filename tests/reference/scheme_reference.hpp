// Scoring the slow and obvious way, from the words of a scheme. With fewer assessed domains than
// the scheme asks for there is no class, unless it scales the points. The first rule that holds
// gives its class. Else every colour gives its points, the class is the last one that the sum
// reaches, and not a worse one than the cap. Whoever is left gets what the scheme says of the rest.
#pragma once

#include <algorithm>
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

inline eight_numbers numbers_of_code(unsigned code) {
    eight_numbers result{};
    for (auto& number : result) {
        number = static_cast<int>(code % 4);
        code /= 4;
    }
    return result;
}

/// `domain` 0-7 has colour `colour` (1-3) or a worse one; or, where `domain` is -1, at least
/// `least` of `parts` hold.
struct statement {
    int domain = -1;
    int colour = 0;
    int least = 0;
    std::vector<statement> parts;
};

inline bool is_true(const statement& s, const eight_numbers& ratings) {
    if (s.domain >= 0) {
        const int rating = ratings[static_cast<std::size_t>(s.domain)];
        return rating != 0 && rating >= s.colour;
    }
    int true_parts = 0;
    for (const auto& part : s.parts) {
        if (is_true(part, ratings)) {
            true_parts = true_parts + 1;
        }
    }
    return true_parts >= s.least;
}

struct scheme {
    std::vector<std::pair<statement, std::string>> rules;
    std::array<std::array<int, 3>, 8> points{};       ///< by domain, for green, yellow and red
    std::vector<std::pair<int, std::string>> classes; ///< from so many points, in rising order
    std::string cap;                                  ///< empty for none
    std::string rest; ///< a class or "none"; empty: the scheme says nothing
    int least_assessed = 8;
    int scaled_from = 0; ///< 0: the points are never scaled
};

/// The library's own sum16/1: 0-4 green, 5-8 yellow, 9-12 red, 13-16 blue light.
inline scheme sum16() {
    scheme s;
    s.points.fill({0, 1, 2});
    s.classes = {{0, "green"}, {5, "yellow"}, {9, "red"}, {13, "blue_light"}};
    return s;
}

/// The library's own rule/1: blue light for whoever has little activity, poor functioning by mental
/// health or substance use, and poor social functioning; everybody else by sum16, red at worst.
inline scheme rule1() {
    scheme s = sum16();
    const statement activity{1, 3, 0, {}};
    const statement mental_health{4, 3, 0, {}};
    const statement substance_use{5, 3, 0, {}};
    const statement social_functioning{6, 3, 0, {}};
    const statement either{-1, 0, 1, {mental_health, substance_use}};
    s.rules = {{statement{-1, 0, 3, {activity, either, social_functioning}}, "blue_light"}};
    s.cap = "red";
    return s;
}

struct result {
    int answered = 0;
    int points = 0; ///< 0 without a class
    std::string index_class = "none";
    std::string reason; ///< empty with a class
};

inline int rank(const std::string& index_class) {
    const std::array<const char*, 4> order{"green", "yellow", "red", "blue_light"};
    return static_cast<int>(std::find(order.begin(), order.end(), index_class) - order.begin());
}

/// The most whole points that are not more than `sum` times 8 / `answered`.
inline int scaled_down(int sum, int answered) {
    int whole = -9000000;
    for (int step = 1 << 24; step > 0; step /= 2) {
        while ((whole + step) * static_cast<long long>(answered) <= sum * 8LL) {
            whole += step;
        }
    }
    return whole;
}

inline result score(const scheme& s, const eight_numbers& ratings) {
    result r;
    int sum = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        if (ratings[i] != 0) {
            r.answered = r.answered + 1;
            sum = sum + s.points[i][static_cast<std::size_t>(ratings[i] - 1)];
        }
    }
    if (r.answered == 0) {
        r.reason = "nothing_assessed";
        return r;
    }
    const bool few = r.answered < s.least_assessed;
    if (few && (s.scaled_from == 0 || r.answered < s.scaled_from)) {
        r.reason = "too_few_assessed";
        return r;
    }
    const int points = few ? scaled_down(sum, r.answered) : sum;
    std::string found;
    for (const auto& [from, name] : s.classes) {
        // Exactly, as fractions: sum * 8 / answered against from.
        if (few ? sum * 8LL >= static_cast<long long>(from) * r.answered : sum >= from) {
            found = name;
        }
    }
    if (!found.empty() && !s.cap.empty() && rank(found) > rank(s.cap)) {
        found = s.cap;
    }
    for (auto rule = s.rules.rbegin(); rule != s.rules.rend(); ++rule) {
        if (is_true(rule->first, ratings)) {
            found = rule->second;
        }
    }
    if (found.empty()) {
        found = s.rest;
    }
    if (found.empty() || found == "none") {
        r.reason = s.classes.empty() ? "no_rule_holds" : "below_classes";
        return r;
    }
    r.index_class = found;
    r.points = points;
    return r;
}

} // namespace reference

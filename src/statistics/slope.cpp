#include <brukerplan/statistics/slope.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace brukerplan {

namespace {

double squared(double x) noexcept {
    return x * x;
}

/// Counted of all that coverage lets be counted, over all rounds.
double level_of(std::span<const dated_round> rounds) noexcept {
    double persons = 0;
    double coverage = 0;
    for (const auto& [year, round] : rounds) {
        persons += static_cast<double>(round.persons);
        coverage += round.coverage;
    }
    return persons / coverage;
}

/// Slopes averaged with weights that rise with what is known of each.
struct moment_fit {
    double mean = 0;
    double weights = 0;
    double squares = 0; ///< weighted, around the mean
    double falls = 0;   ///< by which the squares fall when the variance between cases rises
};

moment_fit weighted(std::span<const municipal_slope> slopes, double scatter,
                    double between) noexcept {
    moment_fit fit;
    double sum = 0;
    const auto weight = [&](const municipal_slope& s) {
        return 1 / (scatter * squared(s.se) + between);
    };
    for (const auto& s : slopes) {
        fit.weights += weight(s);
        sum += weight(s) * s.per_year;
    }
    fit.mean = sum / fit.weights;
    for (const auto& s : slopes) {
        const double square_of = weight(s) * squared(s.per_year - fit.mean);
        fit.squares += square_of;
        fit.falls += weight(s) * square_of;
    }
    return fit;
}

/// The variance between cases at which the weighted squares are as many as they should be: one less
/// than the cases. They fall and are convex in it, so Newton's steps from 0 never go too far
/// (DerSimonian and Kacker, "Random-effects model for meta-analysis of clinical trials: an update",
/// Contemporary Clinical Trials 28, 2007).
double between_variance(std::span<const municipal_slope> slopes, double scatter) noexcept {
    const double expected_squares = static_cast<double>(slopes.size()) - 1;
    double between = 0;
    for (int step = 0; step < 200; ++step) {
        const auto fit = weighted(slopes, scatter, between);
        const double excess = fit.squares - expected_squares;
        if (excess <= 1e-12 * expected_squares) {
            break;
        }
        between += excess / fit.falls;
    }
    return between;
}

double pooled_scatter(std::span<const municipal_slope> slopes) noexcept {
    double scatter = 0;
    std::size_t degrees = 0;
    for (const auto& s : slopes) {
        scatter += s.scatter;
        degrees += s.degrees;
    }
    return degrees < fewest_scatter_degrees ? 1
                                            : std::max(1.0, scatter / static_cast<double>(degrees));
}

} // namespace

std::optional<municipal_slope> fit_slope(std::span<const dated_round> rounds, double local_log_sd) {
    // Also says whether each of them is one that can be compared.
    for (std::size_t i = 1; i < rounds.size(); ++i) {
        if (!(rounds[i].year > rounds[i - 1].year)) {
            throw std::invalid_argument("the years of the rounds do not rise");
        }
        change_question question;
        question.local_log_sd = local_log_sd;
        (void)log_change_variance(rounds[i - 1].round, rounds[i].round, question);
    }
    const double level = rounds.size() < fewest_rounds ? 0 : level_of(rounds);
    if (level == 0) {
        return std::nullopt;
    }
    struct point {
        double x, y, weight;
    };
    std::vector<point> points;
    double all = 0;
    double mean_x = 0;
    double mean_y = 0;
    for (const auto& [year, round] : rounds) {
        const double variance = 1 / (level * round.coverage + 0.5) +
                                squared(round.coverage_log_sd) + squared(local_log_sd);
        const double y = std::log((static_cast<double>(round.persons) + 0.5) / round.coverage);
        points.push_back({year, y, 1 / variance});
        all += 1 / variance;
        mean_x += year / variance;
        mean_y += y / variance;
    }
    mean_x /= all;
    mean_y /= all;
    double squares = 0;
    double products = 0;
    for (const auto& p : points) {
        squares += p.weight * squared(p.x - mean_x);
        products += p.weight * (p.x - mean_x) * (p.y - mean_y);
    }
    municipal_slope result{products / squares, 1 / std::sqrt(squares), 0, rounds.size() - 2};
    for (const auto& p : points) {
        result.scatter += p.weight * squared(p.y - mean_y - result.per_year * (p.x - mean_x));
    }
    return result;
}

national_slope shrink_slopes(std::span<const municipal_slope> slopes) {
    if (slopes.empty()) {
        throw std::invalid_argument("there are no slopes");
    }
    if (!std::all_of(slopes.begin(), slopes.end(), [](const municipal_slope& s) {
            return s.se > 0 && std::isfinite(s.se) && std::isfinite(s.per_year);
        })) {
        throw std::invalid_argument("a slope has no standard error");
    }
    national_slope result;
    result.scatter = pooled_scatter(slopes);
    const double between = between_variance(slopes, result.scatter);
    const auto fit = weighted(slopes, result.scatter, between);
    result.per_year = fit.mean;
    result.se = std::sqrt(1 / fit.weights);
    result.between_sd = std::sqrt(between);
    for (const auto& s : slopes) {
        const double own_variance = result.scatter * squared(s.se);
        const double z = between / (between + own_variance);
        result.municipalities.push_back({fit.mean + z * (s.per_year - fit.mean),
                                         std::sqrt(z * own_variance + squared((1 - z) * result.se)),
                                         z});
    }
    return result;
}

double damped_growth(double per_year, unsigned years, double damping) noexcept {
    double steps = 0;
    double step = 1;
    for (unsigned year = 0; year < years; ++year) {
        step *= damping;
        steps += step;
    }
    return std::exp(per_year * steps);
}

} // namespace brukerplan

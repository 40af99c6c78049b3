#include <brukerplan/scoring/explanation.hpp>

#include <compare>
#include <cstdlib>

namespace brukerplan {

namespace {

enum class direction : std::int8_t { better = -1, worse = 1 };

/// Steps that each domain is changed by, 0 to 2.
using steps = std::array<int, domain_count>;

/// What is least is preferred; see `explanation`.
struct preference {
    int class_distance;
    std::ptrdiff_t domains;
    int all_steps;
    std::array<bool, domain_count> unchanged;
    steps negated;

    friend auto operator<=>(const preference&, const preference&) = default;
};

preference preference_of(int class_distance, const steps& taken) {
    preference p{class_distance, 0, 0, {}, {}};
    for (std::size_t d = 0; d < domain_count; ++d) {
        p.domains += taken[d] != 0 ? 1 : 0;
        p.all_steps += taken[d];
        p.unchanged[d] = taken[d] == 0;
        p.negated[d] = -taken[d];
    }
    return p;
}

int rank(rating r) {
    return static_cast<int>(r);
}

/// Goes through every assessment that is nowhere changed in the other direction: at most 3^8.
class change_search {
public:
    change_search(const scheme& by, assessment from, direction towards)
        : by_(by), from_(from), towards_(static_cast<int>(towards)) {}

    std::optional<class_change> run() {
        visit(0, from_);
        if (!best_) {
            return std::nullopt;
        }
        class_change found{{}, by_(best_to_)};
        for (const domain d : all_domains) {
            if (from_[d] != best_to_[d]) {
                found.changes.push_back({d, from_[d], best_to_[d]});
            }
        }
        return found;
    }

private:
    void visit(std::size_t at, assessment to) {
        if (at == domain_count) {
            consider(to);
            return;
        }
        const auto d = static_cast<domain>(at);
        const int last = from_[d] == rating::not_assessed ? rank(rating::not_assessed)
                         : towards_ < 0                   ? rank(rating::green)
                                                          : rank(rating::red);
        for (int r = rank(from_[d]);; r += towards_) {
            taken_[at] = std::abs(r - rank(from_[d]));
            visit(at + 1, to.with(d, static_cast<rating>(r)));
            if (r == last) {
                break;
            }
        }
    }

    void consider(assessment to) {
        const auto& reached = by_(to);
        const int distance =
            towards_ * (static_cast<int>(reached.result) - static_cast<int>(by_(from_).result));
        if (!reached.has_class() || distance <= 0) {
            return;
        }
        const auto p = preference_of(distance, taken_);
        if (!best_ || p < *best_) {
            best_ = p;
            best_to_ = to;
        }
    }

    const scheme& by_;
    assessment from_;
    int towards_;
    steps taken_{};
    std::optional<preference> best_;
    assessment best_to_;
};

std::vector<domain_effect> effects_of(const scheme& by, assessment a) {
    std::vector<domain_effect> effects;
    for (const domain d : all_domains) {
        if (a[d] == rating::not_assessed) {
            continue;
        }
        const auto& points = by.definition().points[static_cast<std::size_t>(d)];
        effects.push_back({d, a[d],
                           points[static_cast<std::size_t>(a[d])] -
                               points[static_cast<std::size_t>(rating::green)],
                           by(a.with(d, rating::green)).result});
    }
    return effects;
}

} // namespace

explanation explain(const scheme& by, assessment a) {
    explanation e;
    e.about = a;
    e.score = by(a);
    e.decided = reason_by_definition(by.definition(), a).decided;
    e.effects = effects_of(by, a);
    if (e.score.has_class()) {
        e.better = change_search{by, a, direction::better}.run();
        e.worse = change_search{by, a, direction::worse}.run();
    }
    return e;
}

} // namespace brukerplan

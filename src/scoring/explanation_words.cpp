// An explanation as sentences.
#include <algorithm>
#include <array>
#include <utility>

#include <brukerplan/instrument/message_catalogue.hpp>
#include <brukerplan/scoring/explanation.hpp>

#include "embedded_texts.hpp"

namespace brukerplan {

namespace {

constexpr std::array<std::string_view, 3> languages{"nb", "nn", "en"};

const message_catalogue& catalogue() {
    static const message_catalogue texts{embedded::explanation_texts};
    return texts;
}

/// `a`, `a and b`, `a, b and c`.
std::string joined(const std::vector<std::string>& parts, const std::string& last) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        text += (i == 0 ? "" : i + 1 == parts.size() ? last : ", ") + parts[i];
    }
    return text;
}

class speaker {
public:
    speaker(const explanation& e, const scheme& by, std::string_view language)
        : e_(e), by_(by), definition_(by.definition()), language_(language) {}

    std::vector<std::string> speak() {
        say_class();
        say_not_assessed();
        if (e_.score.has_class()) {
            say_decision();
            say_effects();
            say_change("better", "no_better", e_.better);
            say_change("worse", "no_worse", e_.worse);
        }
        return std::move(said_);
    }

private:
    using values = message_catalogue::values;

    [[nodiscard]] std::string words(std::string_view key, values v = {}) const {
        return catalogue().format(key, language_, v);
    }
    void say(std::string_view key, values v = {}) { said_.push_back(words(key, v)); }

    [[nodiscard]] std::string name(domain d) const {
        return words("domain." + std::string{token_of(d)});
    }
    /// Of a rating or a class.
    template <class Coloured>
    [[nodiscard]] std::string colour(Coloured c) const {
        return words("colour." + std::string{token_of(c)});
    }

    template <class Elements, class Words>
    [[nodiscard]] std::string listed(const Elements& elements, Words&& in_words) const {
        std::vector<std::string> parts;
        for (const auto& element : elements) {
            if (auto part = in_words(element); !part.empty()) {
                parts.push_back(std::move(part));
            }
        }
        return joined(parts, words("and"));
    }

    void say_class() {
        const auto& s = e_.score;
        const auto answered = std::to_string(s.answered);
        const auto minimum = std::to_string(definition_.fewest_assessed());
        const auto points = std::to_string(s.points);
        if (!s.has_class()) {
            say("no_class." + std::string{token_of(s.reason)},
                {{"scheme", by_.id()}, {"answered", answered}, {"minimum", minimum}});
        } else {
            say(by_.has_points() ? "class_and_points" : "class",
                {{"scheme", by_.id()}, {"class", colour(s.result)}, {"points", points}});
        }
    }

    void say_not_assessed() {
        if (e_.about.complete() || e_.score.answered == 0) {
            return;
        }
        const auto missing = listed(all_domains, [&](domain d) {
            return e_.about[d] == rating::not_assessed ? name(d) : std::string{};
        });
        say("not_assessed", {{"domains", missing}});
        if (by_.has_points() && e_.score.has_class() &&
            e_.score.answered < definition_.minimum_assessed) {
            say("prorated", {{"answered", std::to_string(e_.score.answered)}});
        }
    }

    void say_decision() {
        const auto at = e_.decided.index;
        const auto own = colour(e_.score.result);
        switch (e_.decided.by) {
        case decision::basis::rule:
            return say("decided.rule", {{"rule", std::to_string(at + 1)}});
        case decision::basis::points:
            return say("decided.points", {{"from", std::to_string(definition_.classes[at].from)}});
        case decision::basis::cap:
            return say("decided.cap",
                       {{"reached", colour(definition_.classes[at].result)}, {"class", own}});
        case decision::basis::otherwise:
            return say("decided.otherwise", {{"class", own}});
        case decision::basis::too_few:
        case decision::basis::nothing:
            return;
        }
    }

    void say_effects() {
        const bool all_green = std::all_of(e_.effects.begin(), e_.effects.end(),
                                           [](const auto& f) { return f.rated == rating::green; });
        if (all_green) {
            return say("all_green");
        }
        const auto effects = listed(e_.effects, [&](const domain_effect& f) {
            const auto points = (f.points > 0 ? "+" : "") + std::to_string(f.points);
            return f.points == 0 ? std::string{}
                                 : words("effect", {{"domain", name(f.domain)},
                                                    {"colour", colour(f.rated)},
                                                    {"points", points}});
        });
        if (!effects.empty()) {
            say("effects", {{"effects", effects}});
        }
        const auto turning = listed(e_.effects, [&](const domain_effect& f) {
            return f.class_if_green == e_.score.result
                       ? std::string{}
                       : words("turning_domain",
                               {{"domain", name(f.domain)}, {"class", colour(f.class_if_green)}});
        });
        if (!turning.empty()) {
            say("turning", {{"domains", turning}});
        }
    }

    void say_change(std::string_view key, std::string_view none,
                    const std::optional<class_change>& change) {
        if (!change) {
            return say(none);
        }
        const auto changes = listed(change->changes, [&](const rating_change& c) {
            return words(
                "change",
                {{"domain", name(c.domain)}, {"from", colour(c.from)}, {"to", colour(c.to)}});
        });
        say(key, {{"class", colour(change->result.result)}, {"changes", changes}});
    }

    const explanation& e_;
    const scheme& by_;
    const scheme_definition& definition_;
    std::string_view language_;
    std::vector<std::string> said_;
};

} // namespace

bool speaks(std::string_view language) noexcept {
    return std::find(languages.begin(), languages.end(), language) != languages.end();
}

std::vector<std::string> in_words(const explanation& e, const scheme& by,
                                  std::string_view language) {
    return speaker{e, by, language}.speak();
}

} // namespace brukerplan

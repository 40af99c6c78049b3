#include "write/pack_facts.hpp"

#include <algorithm>
#include <utility>

#include <brukerplan/model/domain.hpp>

namespace brukerplan::detail {

namespace {

/// Collects facts by the key of their label; a text that is empty says nothing.
class fact_list {
public:
    explicit fact_list(const pack_words& words) : words_(words) {}

    fact_list& add(const std::string& key, std::string value) {
        return value.empty() ? *this : add(key, std::vector{std::move(value)});
    }
    fact_list& add(const std::string& key, std::vector<std::string> values) {
        if (!values.empty()) {
            facts_.push_back({words_.label("fact." + key), std::move(values)});
        }
        return *this;
    }
    [[nodiscard]] std::vector<pack_fact> take() { return std::move(facts_); }

private:
    const pack_words& words_;
    std::vector<pack_fact> facts_;
};

std::vector<std::string> labels_of(const std::vector<std::size_t>& fields,
                                   const pack_words& words) {
    std::vector<std::string> labels;
    for (const auto f : fields) {
        labels.push_back(words.of(words.instrument().fields[f].label));
    }
    return labels;
}

/// The bounds of the rules that check the numbers of a field.
std::string range_of(const field& f, const pack_words& words) {
    const auto& p = words.instrument();
    const auto index = static_cast<std::size_t>(&f - p.fields.data());
    std::vector<std::string> ranges;
    for (const auto& r : p.rules) {
        if (r.kind == rule_kind::range &&
            std::find(r.fields.begin(), r.fields.end(), index) != r.fields.end()) {
            ranges.push_back(std::to_string(r.minimum / r.unit) + "\xE2\x80\x93" +
                             std::to_string(r.maximum / r.unit) + " (" + r.code + ")");
        }
    }
    return joined(ranges, ", ");
}

std::string unit_of(const field& f, const pack_words& words) {
    return f.unit == "children" ? words.label("unit.children") : escaped(f.unit);
}

} // namespace

pack_part part_of_whole(const pack_words& words) {
    const auto& p = words.instrument();
    std::vector<std::string> bounds;
    for (const auto bound : p.age_groups.lower_bounds) {
        bounds.push_back(std::to_string(bound));
    }
    std::vector<std::string> groups;
    for (const auto& group : p.required_any) {
        groups.push_back(joined(labels_of(group, words), ", "));
    }
    const auto ages = joined(bounds, ", ");
    return {p.id, words.of(p.title), words.of(p.note),
            fact_list{words}
                .add("id", as_code(p.id))
                .add("edition", escaped(p.edition))
                .add("year", std::to_string(p.year))
                .add("extends", p.extends.empty() ? "" : as_code(p.extends))
                .add("languages", joined(p.languages, ", "))
                .add("more_languages", joined(p.more_languages, ", "))
                .add("required_any", groups)
                .add("age_groups",
                     ages.empty() ? ages : ages + " (" + words.ground_of(p.age_groups.ground) + ")")
                .take()};
}

pack_part part_of(const field& f, const pack_words& words) {
    const auto* list = words.instrument().list_of(f);
    return {f.name, words.of(f.label), words.of(f.description),
            fact_list{words}
                .add("column", words.column_of(f) + " (" + words.other_column_of(f) + ")")
                .add("type", words.label("type." + std::string{token_of(f.type)}))
                .add("list", list == nullptr ? "" : as_code(list->name))
                .add("unit", unit_of(f, words))
                .add("range", range_of(f, words))
                .add("years", words.years_of(f.since, f.until))
                .add("required", f.required ? words.label("yes") : "")
                .add("ground", words.ground_of(f.ground))
                .take()};
}

pack_part part_of(const rule& r, const pack_words& words) {
    return {r.code, words.of(r.title), words.text_of_rule(r.message, r),
            fact_list{words}
                .add("severity", words.severity_of(r.severity))
                .add("message", words.text_of_rule(r.message, r))
                .add("reason", words.text_of_rule(r.reason, r))
                .add("action", words.text_of_rule(r.action, r))
                .add("fires", words.conditions_of(r))
                .add("example", words.example_of(r))
                .add("years", words.years_of(r.since, r.until))
                .add("ground", words.ground_of(r.ground))
                .take()};
}

/// Names of domains, colours and classes as a pack has them.
class scheme_words {
public:
    explicit scheme_words(const pack_words& words) : words_(words) {}

    [[nodiscard]] std::string domain_name(domain d) const {
        const auto* f = words_.instrument().field_of(role_of(d));
        return f == nullptr ? as_code(token_of(d)) : words_.of(f->label);
    }
    [[nodiscard]] std::string colour(rating r) const { return in_list("rating", token_of(r)); }
    [[nodiscard]] std::string class_name(index_class c) const {
        return in_list("index_class", token_of(c));
    }
    [[nodiscard]] std::string condition(const colour_condition& c) const {
        if (c.of.empty()) {
            return words_.label(
                c.at_least == rating::red ? "condition.red" : "condition.at_least",
                {{"domain", domain_name(c.domain)}, {"colour", colour(c.at_least)}});
        }
        std::string parts;
        for (const auto& part : c.of) {
            parts += (parts.empty() ? "" : "; ") + condition(part);
        }
        const bool all = c.least == static_cast<int>(c.of.size());
        return words_.label(all            ? "condition.all"
                            : c.least == 1 ? "condition.any"
                                           : "condition.least",
                            {{"least", std::to_string(c.least)}, {"parts", parts}});
    }

private:
    [[nodiscard]] std::string in_list(std::string_view name, std::string_view token) const {
        const auto* list = words_.instrument().find_list(name);
        const auto at = list == nullptr ? std::nullopt : list->find(token);
        return at ? words_.of(list->codes[*at].label) : as_code(token);
    }

    const pack_words& words_;
};

std::vector<std::string> points_of(const scheme_definition& s, const scheme_words& names) {
    std::vector<std::string> points;
    for (const domain d : all_domains) {
        if (!s.has_points()) {
            break;
        }
        std::string line = names.domain_name(d) + ":";
        for (const rating colour : {rating::green, rating::yellow, rating::red}) {
            const auto worth =
                s.points[static_cast<std::size_t>(d)][static_cast<std::size_t>(colour)];
            line += (colour == rating::green ? " " : ", ") + names.colour(colour) + " " +
                    std::to_string(worth);
        }
        points.push_back(std::move(line));
    }
    return points;
}

pack_part part_of(const scheme_definition& s, const pack_words& words) {
    const scheme_words names{words};
    std::vector<std::string> rules;
    for (const auto& r : s.rules) {
        rules.push_back(words.label("scheme_rule", {{"class", names.class_name(r.result)},
                                                    {"condition", names.condition(r.when)}}));
    }
    std::vector<std::string> cut_offs;
    for (const auto& c : s.classes) {
        cut_offs.push_back(words.label("points_from", {{"class", names.class_name(c.result)},
                                                       {"from", std::to_string(c.from)}}));
    }
    return {s.id, words.of(s.label), words.of(s.label),
            fact_list{words}
                .add("scheme_rules", rules)
                .add("points", points_of(s, names))
                .add("classes", cut_offs)
                .add("cap", s.cap == index_class::none ? "" : names.class_name(s.cap))
                .add("otherwise", s.otherwise ? names.class_name(*s.otherwise) : "")
                .add("minimum_assessed", std::to_string(s.minimum_assessed))
                .add("prorate_from", s.prorate_from > 0 ? std::to_string(s.prorate_from) : "")
                .add("monotone", s.monotone ? "" : words.label("no"))
                .add("ground", words.ground_of(s.ground))
                .take()};
}

std::vector<pack_part> field_parts(const pack_words& words) {
    std::vector<pack_part> parts;
    for (const auto& f : words.instrument().fields) {
        if (f.asked) {
            parts.push_back(part_of(f, words));
        }
    }
    return parts;
}

std::vector<pack_part> code_parts(const pack_words& words) {
    std::vector<pack_part> parts;
    const auto* sectors = words.instrument().find_list("sector");
    for (const auto& list : words.instrument().code_lists) {
        const auto add = [&](const code& c, bool alone) {
            const auto sector =
                sectors != nullptr && !c.sector.empty() ? sectors->find(c.sector) : std::nullopt;
            const auto name = words.of(c.label);
            parts.push_back(
                {list.name + "/" + c.token, as_code(list.name) + ", " + as_code(c.token), name,
                 fact_list{words}
                     .add("title", name)
                     .add("number", c.number ? std::to_string(*c.number) : "")
                     .add("sector", sector ? words.of(sectors->codes[*sector].label) : "")
                     .add("municipal", c.municipal ? words.label("yes") : "")
                     .add("stands_alone", alone ? words.label("yes") : "")
                     .take()});
        };
        for (const auto& c : list.codes) {
            add(c, false);
        }
        for (const auto& c : list.alone) {
            add(c, true);
        }
    }
    return parts;
}

std::vector<pack_part> rule_parts(const pack_words& words) {
    std::vector<pack_part> parts;
    for (const auto& r : words.instrument().rules) {
        parts.push_back(part_of(r, words));
        auto& facts = parts.back().facts;
        facts.push_back({words.label("fact.fields"), labels_of(words.fields_of(r), words)});
    }
    return parts;
}

std::vector<pack_part> scheme_parts(const pack_words& words) {
    std::vector<pack_part> parts;
    for (const auto& s : words.instrument().schemes) {
        parts.push_back(part_of(s, words));
    }
    return parts;
}

} // namespace brukerplan::detail

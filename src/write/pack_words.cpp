#include "write/pack_words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "embedded_pack_texts.hpp"

namespace brukerplan::detail {

namespace {

const message_catalogue& labels() {
    static const message_catalogue catalogue{embedded::pack_labels};
    return catalogue;
}

std::string day_text(date day) {
    const auto written = format_date(day);
    return {written.data(), written.size()};
}

/// Not asked in the pack's year, so it holds exactly when it names absent columns.
bool is_settled(const atom& a) {
    return a.source == atom_source::field && !a.asked;
}

/// The cases of a rule that can hold in the pack's year, without what always holds.
std::vector<std::vector<atom>> possible_cases(const rule& r) {
    std::vector<std::vector<atom>> cases;
    for (auto atoms : r.cases) {
        const bool never = std::any_of(atoms.begin(), atoms.end(),
                                       [](const atom& a) { return is_settled(a) && !a.absent; });
        if (!never) {
            std::erase_if(atoms, is_settled);
            cases.push_back(std::move(atoms));
        }
    }
    return cases;
}

} // namespace

std::string escaped(std::string_view text) {
    constexpr std::string_view marks = "\\`*<>[]|";
    std::string result;
    for (const char c : text) {
        result += marks.find(c) == marks.npos ? "" : "\\";
        result += c;
    }
    return result;
}

std::string as_code(std::string_view text) {
    std::string result{text};
    std::replace_if(
        result.begin(), result.end(),
        [](char c) { return c == '`' || static_cast<unsigned char>(c) < 0x20; }, '\'');
    return "`" + result + "`";
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string result;
    for (std::size_t i = 0; i < words.size(); ++i) {
        result += i == 0 ? std::string_view{} : between;
        result += words[i];
    }
    return result;
}

std::string pack_words::label(std::string_view key, message_catalogue::values parameters) const {
    return labels().format(key, language_, parameters);
}

std::string pack_words::column_of(const field& f) const {
    return as_code(language_ == "en" ? f.name : f.alias);
}

std::string pack_words::other_column_of(const field& f) const {
    return as_code(language_ == "en" ? f.alias : f.name);
}

std::string pack_words::ground_of(ground g) const {
    const auto words = label("ground." + std::string{token_of(g)});
    return g == ground::ours ? "**" + words + "**" : words;
}

std::string pack_words::severity_of(severity s) const {
    return label("severity." + std::string{token_of(s)});
}

std::string pack_words::years_of(std::optional<int> since, std::optional<int> until) const {
    const auto first = std::to_string(since.value_or(0));
    const auto last = std::to_string(until.value_or(0));
    const std::string key = since && until ? "years.both" : since ? "years.since" : "years.until";
    return since || until ? label(key, {{"since", first}, {"until", last}}) : std::string{};
}

std::vector<std::size_t> pack_words::fields_of(const rule& r) const {
    std::vector<std::size_t> fields;
    for (const auto f : r.fields) {
        if (pack_.fields[f].asked || r.kind == rule_kind::not_asked) {
            fields.push_back(f);
        }
    }
    return fields;
}

std::string pack_words::name_of_field(std::size_t field) const {
    return of(pack_.fields[field].label);
}

std::string pack_words::text_of_rule(const text& t, const rule& r) const {
    const auto fields = fields_of(r);
    return fill_placeholders(of(t), [&](std::string_view name) -> std::optional<std::string> {
        const bool one_subject = fields.size() == 1 || (!fields.empty() && !checks_each(r));
        if (name == "field" && one_subject) {
            return name_of_field(fields.front());
        }
        if (name == "minimum") {
            return std::to_string(r.minimum / r.unit);
        }
        if (name == "maximum") {
            return std::to_string(r.maximum / r.unit);
        }
        if (name == "tolerance_days") {
            return std::to_string(r.tolerance_days);
        }
        if (name == "year") {
            return std::to_string(pack_.year);
        }
        constexpr std::array<std::string_view, 9> of_findings{"field",   "related", "line",
                                                              "cells",   "columns", "cause",
                                                              "nearest", "instead", "domains"};
        const bool known =
            std::find(of_findings.begin(), of_findings.end(), name) != of_findings.end();
        return known ? std::optional{"*" + label("placeholder." + std::string{name}) + "*"}
                     : std::nullopt;
    });
}

std::vector<std::string> pack_words::conditions_of(const rule& r) const {
    const auto kind = "fires." + std::string{rule_kind_names[static_cast<std::size_t>(r.kind)]};
    const auto subject = r.fields.empty() ? std::string{} : name_of_field(r.fields.front());
    const auto check = [&](const auto& tokens, auto value) {
        return kind + "." + std::string{tokens[static_cast<std::size_t>(value)]};
    };
    const auto day = r.on ? day_text(*r.on) : std::string{};
    switch (r.kind) {
    case rule_kind::row:
        return {label(check(row_fault_tokens, r.fault))};
    case rule_kind::national_number:
        return {label(check(number_check_tokens, r.number))};
    case rule_kind::assessed:
        return {label(check(assessed_check_tokens, r.assessed))};
    case rule_kind::range: {
        const auto low = std::to_string(r.minimum / r.unit);
        const auto high = std::to_string(r.maximum / r.unit);
        return {label(r.unreadable ? kind + ".unreadable" : kind,
                      {{"minimum", low}, {"maximum", high}})};
    }
    case rule_kind::date_in_year:
        return {label(kind, {{"tolerance_days", std::to_string(r.tolerance_days)},
                             {"severity_within", severity_of(r.severity_within)}})};
    case rule_kind::product_at_most:
        return {label(kind, {{"field", subject}, {"times", std::to_string(r.times)}})};
    case rule_kind::municipality_valid:
    case rule_kind::district_of:
        return {label(r.on ? kind + ".on" : kind, {{"day", day}})};
    case rule_kind::district_expected:
        return {label(kind, {{"municipalities", listed(r.municipalities)}})};
    case rule_kind::required_when:
        return {
            label(kind, {{"field", subject}, {"when", case_of(r.cases.front(), label("and"))}})};
    case rule_kind::implies:
        return {label(kind, {{"when", case_of(r.cases.front(), label("and"))},
                             {"then", case_of(r.then, label("or"))}})};
    case rule_kind::conflict: {
        std::vector<std::string> cases;
        for (const auto& atoms : possible_cases(r)) {
            cases.push_back(case_of(atoms, label("and")));
        }
        return cases;
    }
    default:
        return {label(kind, {{"field", subject}})};
    }
}

std::string pack_words::example_of(const rule& r) const {
    std::vector<std::string> cells;
    for (const auto& [field, content] : r.example) {
        const auto shown = content.empty() ? label("example.empty") : as_code(content);
        cells.push_back(column_of(pack_.fields[field]) + " = " + shown);
    }
    const auto& options = r.example_options;
    if (!options.test_numbers) {
        cells.push_back(label("example.no_test_numbers"));
    }
    const std::array<std::pair<std::string_view, std::optional<date>>, 3> days{
        {{"--reference-date", options.reference_date},
         {"--period-first", options.period_first},
         {"--period-last", options.period_last}}};
    for (const auto& [option, day] : days) {
        if (day) {
            cells.push_back(
                label("example.option", {{"option", as_code(option)}, {"day", day_text(*day)}}));
        }
    }
    return joined(cells, ", ");
}

std::string pack_words::case_of(const std::vector<atom>& atoms, std::string_view between) const {
    std::vector<std::string> parts;
    for (const auto& a : atoms) {
        parts.push_back(words_of(a));
    }
    return joined(parts, " " + std::string{between} + " ");
}

std::string pack_words::words_of(const atom& a) const {
    if (a.test == atom_test::between) {
        return bounds_of(a);
    }
    const auto field =
        a.source == atom_source::age_basis ? label("atom.age_basis") : name_of_field(a.field);
    constexpr std::array<std::string_view, 4> keys{"atom.is", "atom.is_not", "atom.has_any",
                                                   "atom.has_none"};
    const auto* list =
        a.source == atom_source::field ? pack_.list_of(pack_.fields[a.field]) : nullptr;
    const auto sectors = list != nullptr ? sectors_of(a, *list) : std::nullopt;
    if (sectors) {
        return label(a.test == atom_test::has_any ? "atom.has_sector" : "atom.lacks_sector",
                     {{"field", field}, {"values", *sectors}});
    }
    return label(keys[static_cast<std::size_t>(a.test)],
                 {{"field", field}, {"values", listed(values_of(a))}});
}

std::string pack_words::bounds_of(const atom& a) const {
    const auto field = a.source == atom_source::age        ? label("atom.age")
                       : a.source == atom_source::children ? label("atom.children")
                                                           : name_of_field(a.field);
    const auto low = std::to_string(a.low);
    const auto high = std::to_string(a.high);
    return label(a.low == a.high       ? "atom.exactly"
                 : a.low == INT32_MIN  ? "atom.at_most"
                 : a.high == INT32_MAX ? "atom.at_least"
                                       : "atom.between",
                 {{"field", field}, {"low", low}, {"high", high}});
}

/// The sectors that a test names, when it names whole sectors.
std::optional<std::string> pack_words::sectors_of(const atom& a, const code_list& list) const {
    const auto* sectors = pack_.find_list("sector");
    if (sectors == nullptr || (a.test != atom_test::has_any && a.test != atom_test::has_none)) {
        return std::nullopt;
    }
    std::vector<std::string> named;
    std::uint64_t covered = 0;
    for (const auto& sector : sectors->codes) {
        std::uint64_t members = 0;
        for (std::size_t i = 0; i < list.codes.size(); ++i) {
            members |= std::uint64_t{list.codes[i].sector == sector.token} << i;
        }
        if (members != 0 && (a.members & members) == members) {
            named.push_back(of(sector.label));
            covered |= members;
        }
    }
    return !named.empty() && covered == a.members ? std::optional{listed(named)} : std::nullopt;
}

std::vector<std::string> pack_words::values_of(const atom& a) const {
    std::vector<std::string> values;
    const auto add = [&](const std::vector<code>& codes, std::uint64_t bits) {
        for (std::size_t i = 0; i < codes.size(); ++i) {
            if ((bits >> i & 1U) != 0) {
                values.push_back(label("quoted", {{"words", of(codes[i].label)}}));
            }
        }
    };
    if (a.source == atom_source::age_basis) {
        for (const unsigned bit : {0U, 1U}) {
            if ((a.members >> bit & 1U) != 0) {
                values.push_back(label(bit == 0 ? "atom.birth_date" : "atom.birth_year"));
            }
        }
        return values;
    }
    if (const auto* list = pack_.list_of(pack_.fields[a.field])) {
        add(list->codes, a.members);
        add(list->alone, a.alone);
    }
    if (a.missing) {
        values.push_back(label("atom.missing"));
    }
    if (a.absent) {
        values.push_back(label("atom.absent"));
    }
    return values;
}

/// With the word for "or" before the last.
std::string pack_words::listed(const std::vector<std::string>& words) const {
    if (words.size() < 2) {
        return joined(words, "");
    }
    return joined({words.begin(), words.end() - 1}, ", ") + " " + label("or") + " " + words.back();
}

} // namespace brukerplan::detail

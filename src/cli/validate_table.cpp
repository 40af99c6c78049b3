#include "cli/validate_table.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include <brukerplan/validation/validator.hpp>
#include <brukerplan/write/validation_report.hpp>

namespace brukerplan::cli {

namespace {

/// More units than these are counted in one line.
constexpr std::size_t most_units_shown = 10;

/// By the number of the kind.
constexpr std::array<std::string_view, 4> unit_keys{"", "unit.unnamed", "unit.masked",
                                                    "unit.others"};

/// How a reader finds the row: by its own reference where there is one, else by its number.
std::string row_name(const finding& f) {
    const bool masked = f.row_ref == std::to_string(f.record);
    return f.row_ref.empty() || masked ? std::to_string(f.record + 1)
                                       : detail::on_one_line(f.row_ref);
}

/// Rows with what is wrong, and behind those that need the same the advice.
std::string example_lines(const session& s, std::span<const finding> kept) {
    const auto& instrument = *s.instrument();
    std::string text;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const auto message = message_of(kept[i], instrument, s.language());
        const auto action = action_of(kept[i], instrument, s.language());
        text +=
            "    " + s.words("example", {{"row", row_name(kept[i])}, {"message", message}}) + "\n";
        if (i + 1 == kept.size() || action_of(kept[i + 1], instrument, s.language()) != action) {
            text += "    " + s.words("action", {{"action", action}}) + "\n";
        }
    }
    return text;
}

std::string rule_lines(const session& s, const ranked_rule& entry,
                       const finding_examples& examples) {
    const auto& r = s.instrument()->rules[entry.rule];
    auto text = "\n" + s.words("severity." + std::string{token_of(entry.found)}) + "  " + r.code +
                "  " + std::string{r.title.in(s.language())} + "  (" +
                s.words("records", {{"records", std::to_string(entry.rows)}}) + ")\n";
    const auto kept = examples.of(entry.rule, entry.found);
    text += example_lines(s, kept);
    if (!kept.empty() && entry.rows > kept.size()) {
        const auto more = std::to_string(entry.rows - kept.size());
        text += "    " + s.words("more", {{"records", more}}) + "\n";
    }
    return text;
}

std::uint64_t bad_rows(const unit_counts& unit) {
    return unit.rows[static_cast<std::size_t>(severity::error)] +
           unit.rows[static_cast<std::size_t>(severity::fatal)];
}

/// Nothing unless several units have rows to correct.
std::string unit_lines(const session& s, const finding_counts& counts) {
    auto units = ranked_units(counts);
    std::erase_if(units, [](const auto& unit) { return bad_rows(unit) == 0; });
    if (units.size() < 2) {
        return {};
    }
    auto text = "\n" + s.words("units") + "\n";
    for (std::size_t i = 0; i < std::min(units.size(), most_units_shown); ++i) {
        const auto& unit = units[i];
        const auto name = unit.what == unit_counts::kind::named
                              ? detail::on_one_line(unit.name)
                              : s.words(unit_keys[static_cast<std::size_t>(unit.what)]);
        text += "    " +
                s.words("unit", {{"unit", name},
                                 {"bad", std::to_string(bad_rows(unit))},
                                 {"rows", std::to_string(total(unit.rows))}}) +
                "\n";
    }
    if (units.size() > most_units_shown) {
        text +=
            "    " +
            s.words("more_units", {{"units", std::to_string(units.size() - most_units_shown)}}) +
            "\n";
    }
    return text;
}

} // namespace

std::string validation_table(const session& s, const finding_log& findings,
                             const finding_examples& examples) {
    const auto bad = findings.rows_with_errors();
    std::string text = s.words("rows", {{"rows", std::to_string(findings.rows())},
                                        {"good", std::to_string(findings.rows() - bad)},
                                        {"bad", std::to_string(bad)}}) +
                       "\n";
    const auto ranked = ranked_rules(findings.counts(), *s.instrument());
    if (ranked.empty()) {
        return text + s.words("nothing_found") + "\n";
    }
    for (const auto& entry : ranked) {
        text += rule_lines(s, entry, examples);
    }
    return text + unit_lines(s, findings.counts()) + "\n" + s.words("all_findings") + "\n";
}

} // namespace brukerplan::cli

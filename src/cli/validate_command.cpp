#include <algorithm>
#include <numeric>
#include <vector>

#include <brukerplan/validation/validator.hpp>

#include "cli/commands.hpp"
#include "write/result_json.hpp"

namespace brukerplan::cli {

namespace {

/// The first findings of each rule, and for the summary nothing more.
struct examples {
    std::vector<std::vector<finding>> by_rule;
    std::size_t most = 0;

    void add(const finding& f) {
        auto& kept = by_rule[f.rule];
        if (kept.size() < most && (kept.empty() || kept.back().record != f.record)) {
            kept.push_back(f);
        }
    }
};

/// Rules with findings, the most serious first, then the most frequent.
std::vector<std::size_t> ranked_rules(const pack& instrument, const finding_log& findings) {
    std::vector<std::size_t> ranked(instrument.rules.size());
    std::iota(ranked.begin(), ranked.end(), std::size_t{0});
    std::erase_if(ranked, [&](std::size_t i) { return findings.records(i) == 0; });
    std::stable_sort(ranked.begin(), ranked.end(), [&](std::size_t a, std::size_t b) {
        const auto sa = instrument.rules[a].severity;
        const auto sb = instrument.rules[b].severity;
        return sa != sb ? sa > sb : findings.records(a) > findings.records(b);
    });
    return ranked;
}

/// How a reader finds the row: by its own reference where there is one, else by its number.
std::string row_name(const finding& f) {
    return f.row_ref.empty() ? std::to_string(f.record + 1) : f.row_ref;
}

std::string summary(const session& s, const finding_log& findings, const examples& shown) {
    const auto& instrument = *s.instrument();
    const auto bad = findings.rows(severity::error) + findings.rows(severity::fatal);
    std::string text = s.words("rows", {{"rows", std::to_string(findings.rows())},
                                        {"good", std::to_string(findings.rows() - bad)},
                                        {"bad", std::to_string(bad)}}) +
                       "\n";
    const auto ranked = ranked_rules(instrument, findings);
    if (ranked.empty()) {
        return text + s.words("nothing_found") + "\n";
    }
    for (const auto i : ranked) {
        const auto& r = instrument.rules[i];
        const auto records = findings.records(i);
        text += "\n" + s.words("severity." + std::string{token_of(r.severity)}) + "  " + r.code +
                "  " + std::string{r.title.in(s.language())} + "  (" +
                s.words("records", {{"records", std::to_string(records)}}) + ")\n";
        const auto& kept = shown.by_rule[i];
        for (const auto& f : kept) {
            const auto message = message_of(f, instrument, s.language());
            text +=
                "    " + s.words("example", {{"row", row_name(f)}, {"message", message}}) + "\n";
        }
        if (records > kept.size()) {
            const auto more = std::to_string(records - kept.size());
            text += "    " + s.words("more", {{"records", more}}) + "\n";
        }
        if (!kept.empty()) {
            const auto action = action_of(kept.front(), instrument, s.language());
            text += "    " + s.words("action", {{"action", action}}) + "\n";
        }
    }
    return text + "\n" + s.words("all_findings") + "\n";
}

} // namespace

exit_code run_validate(const session& s, const validate_options& options) {
    const validator rules{s.instrument(), s.validation()};
    const bool as_summary = s.options().format == detail::listing_format::table;
    auto reader = s.open(options.file);
    output out{s, ""};
    finding_log findings;
    examples shown{std::vector<std::vector<finding>>(s.instrument()->rules.size()),
                   options.examples};
    detail::listing list{as_summary ? detail::listing_format::ndjson : s.options().format,
                         detail::finding_columns, [&](std::string_view text) { out.write(text); }};
    {
        progress read;
        for (auto batch = reader.next(); batch.rows() > 0; batch = reader.next()) {
            rules.validate(batch, findings);
            for (const auto& f : findings.take_details()) {
                if (as_summary) {
                    shown.add(f);
                } else {
                    list.add(detail::finding_object(f, *s.instrument(), s.language()));
                }
            }
            read.rows(findings.rows());
        }
    }
    s.tell_dialect(options.file, reader);
    s.tell_policy(findings);
    if (as_summary) {
        out.write(summary(s, findings, shown));
    } else {
        list.finish();
    }
    out.finish();
    return findings.has_errors() ? exit_code::findings : exit_code::done;
}

} // namespace brukerplan::cli

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <brukerplan/validation/validator.hpp>

#include "cli/commands.hpp"
#include "write/result_json.hpp"

namespace brukerplan::cli {

namespace {

/// What a rule found at one severity: a line of the summary.
struct summary_entry {
    std::size_t rule;
    severity found;
    std::uint64_t records;
};

/// The first findings of each rule and severity, and for the summary nothing more.
class examples {
public:
    explicit examples(std::size_t most) : most_(most) {}

    void add(const finding& f) {
        auto& kept = kept_[{f.rule, f.severity}];
        if (kept.size() < most_ && (kept.empty() || kept.back().record != f.record)) {
            kept.push_back(f);
        }
    }
    [[nodiscard]] const std::vector<finding>& of(const summary_entry& entry) const {
        static const std::vector<finding> none;
        const auto at = kept_.find({entry.rule, entry.found});
        return at == kept_.end() ? none : at->second;
    }

private:
    std::size_t most_;
    std::map<std::pair<std::size_t, severity>, std::vector<finding>> kept_;
};

/// The most serious first, then the most frequent.
std::vector<summary_entry> ranked_entries(const pack& instrument, const finding_log& findings) {
    std::vector<summary_entry> ranked;
    for (std::size_t i = 0; i < instrument.rules.size(); ++i) {
        for (const auto s : {severity::fatal, severity::error, severity::warning, severity::info}) {
            if (const auto records = findings.records(i, s); records > 0) {
                ranked.push_back({i, s, records});
            }
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
        return a.found != b.found ? a.found > b.found : a.records > b.records;
    });
    return ranked;
}

/// How a reader finds the row: by its own reference where there is one, else by its number.
std::string row_name(const finding& f) {
    return f.row_ref.empty() ? std::to_string(f.record + 1) : detail::on_one_line(f.row_ref);
}

/// Rows with what is wrong, and behind those that need the same the advice.
std::string example_lines(const session& s, const std::vector<finding>& kept) {
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

std::string summary(const session& s, const finding_log& findings, const examples& shown) {
    const auto& instrument = *s.instrument();
    const auto bad = findings.rows_with_errors();
    std::string text = s.words("rows", {{"rows", std::to_string(findings.rows())},
                                        {"good", std::to_string(findings.rows() - bad)},
                                        {"bad", std::to_string(bad)}}) +
                       "\n";
    const auto ranked = ranked_entries(instrument, findings);
    if (ranked.empty()) {
        return text + s.words("nothing_found") + "\n";
    }
    for (const auto& entry : ranked) {
        const auto& r = instrument.rules[entry.rule];
        text += "\n" + s.words("severity." + std::string{token_of(entry.found)}) + "  " + r.code +
                "  " + std::string{r.title.in(s.language())} + "  (" +
                s.words("records", {{"records", std::to_string(entry.records)}}) + ")\n";
        const auto& kept = shown.of(entry);
        text += example_lines(s, kept);
        if (!kept.empty() && entry.records > kept.size()) {
            const auto more = std::to_string(entry.records - kept.size());
            text += "    " + s.words("more", {{"records", more}}) + "\n";
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
    examples shown{options.examples};
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

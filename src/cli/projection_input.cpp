#include "cli/projection_input.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

#include <brukerplan/projection/registration_counts.hpp>
#include <brukerplan/validation/validator.hpp>

namespace brukerplan::cli {

namespace {

std::string text(std::uint64_t count) {
    return std::to_string(count);
}

/// Rounds of another file. Two files about one round cannot be added: the same people may be in
/// both.
void add(const session& s, mapping_counts& to, mapping_counts&& from, const std::string& path) {
    to.rounds.merge(from.rounds);
    if (!from.rounds.empty()) {
        s.refuse("rounds_overlap",
                 {{"file", shown_path(s, path)}, {"rounds", text(from.rounds.size())}});
    }
}

void tell_totals(const session& s, const registration_count_totals& totals) {
    const auto bad = totals.rows.rows - totals.rows.registrations;
    if (bad > 0) {
        s.tell("left_out", {{"bad", text(bad)}, {"rows", text(totals.rows.rows)}});
    }
    const std::array<std::pair<std::string_view, std::uint64_t>, 4> lacking{
        {{"unplaced_rows", totals.unplaced},
         {"unlinked_persons", totals.unlinked},
         {"received_unanswered", totals.received_unanswered},
         {"needed_unanswered", totals.needed_unanswered}}};
    for (const auto& [key, count] : lacking) {
        if (count > 0) {
            s.tell(key, {{"count", text(count)}});
        }
    }
}

/// Whether there is something that --strict ends with 1 for.
bool count_registrations(const session& s, const std::vector<std::string>& paths,
                         mapping_counts& to) {
    s.need_recipients();
    const validator rules{s.instrument(), s.validation()};
    finding_log findings{0};
    registration_counter counter{rules, findings};
    {
        progress shown;
        for (const auto& path : paths) {
            auto reader = s.open(path);
            for (auto batch = reader.next(); batch.rows() > 0; batch = reader.next()) {
                counter.add(batch);
                shown.rows(findings.rows());
            }
            s.tell_dialect(path, reader);
        }
    }
    s.tell_policy(findings);
    const bool too_many = s.tell_tuning(findings);
    auto counted = counter.finish();
    tell_totals(s, counted.totals);
    to = std::move(counted.counts);
    return findings.has_errors() || too_many;
}

/// Rows of a coverage that no round has: a slip in a code or a year leaves a round without.
void tell_unmatched(const session& s, const mapping_counts& counts,
                    const coverage_table& coverage) {
    const auto unmatched = std::count_if(coverage.begin(), coverage.end(), [&](const auto& row) {
        return !counts.rounds.contains(row.first);
    });
    if (unmatched > 0) {
        s.tell("coverage_not_counted", {{"count", text(static_cast<std::uint64_t>(unmatched))}});
    }
}

/// Says what became of rounds of municipalities that are no more, or that are new.
void tell_territory(const session& s, const std::vector<territory_note>& notes) {
    for (std::size_t e = 0; e < territory_event_tokens.size(); ++e) {
        std::set<std::tuple<std::string_view, int, std::string_view>> told;
        for (const auto& note : notes) {
            if (note.event == static_cast<territory_event>(e)) {
                told.emplace(note.municipality, note.round, note.service);
            }
        }
        if (!told.empty()) {
            s.tell("territory." + std::string{territory_event_tokens[e]},
                   {{"count", text(told.size())}});
        }
    }
}

void need_likely_numbers(const session& s, const panel& histories) {
    for (const auto& rounds : histories.histories) {
        for (const auto& round : rounds) {
            if (round.recipients / round.coverage.share > most_recipients) {
                s.refuse("too_many_recipients");
            }
        }
    }
}

void tell_counted(const session& s, const projection_input& input) {
    std::uint64_t persons = 0;
    for (const auto& [key, round] : input.united.counts.rounds) {
        persons += round.recipients;
    }
    s.tell("counted", {{"persons", text(persons)},
                       {"rounds", text(input.united.counts.rounds.size())},
                       {"municipalities", text(input.histories.municipalities.size())},
                       {"services", text(input.histories.services.size())}});
    const auto& histories = input.histories.histories;
    const auto assumed = std::count_if(histories.begin(), histories.end(), [](const auto& rounds) {
        return !rounds.empty() && rounds.back().coverage.basis == coverage_basis::assumed;
    });
    s.tell(assumed > 0 ? "coverage_assumed" : "coverage_known",
           {{"assumed", text(static_cast<std::uint64_t>(assumed))},
            {"municipalities", text(histories.size())}});
}

} // namespace

std::vector<std::string> paths_of(const projection_files& files) {
    auto paths = files.registrations;
    paths.insert(paths.end(), files.counts.begin(), files.counts.end());
    paths.insert(paths.end(), {files.profiles, files.coverage});
    return paths;
}

byte_source open_count_file(const session& s, count_file kind, const std::string& path) {
    auto source = file_source(path);
    if (!source) {
        refuse_file(s, path, {kind, source.error(), {}, 0});
    }
    return *std::move(source);
}

void refuse_file(const session& s, const std::string& path, const count_file_error& error) {
    std::string lines;
    for (const auto& message : messages_of(error, s.language())) {
        lines += (lines.empty() ? "" : "\n") + message;
    }
    s.refuse("unusable", {{"file", shown_path(s, path)}, {"reason", lines}});
}

projection_input read_input(const session& s, const projection_files& files) {
    if (files.registrations.empty() && files.counts.empty()) {
        s.refuse("nothing_to_count");
    }
    projection_input input;
    mapping_counts counts;
    if (!files.registrations.empty()) {
        input.strict_findings = count_registrations(s, files.registrations, counts);
    }
    for (const auto& path : files.counts) {
        add(s, counts, read_count_file(s, count_file::counts, path, read_counts), path);
    }
    if (!files.profiles.empty()) {
        const auto error =
            read_profiles(open_count_file(s, count_file::profiles, files.profiles), counts);
        if (error) {
            refuse_file(s, files.profiles, *error);
        }
    }
    const auto coverage = files.coverage.empty() ? coverage_table{}
                                                 : read_count_file(s, count_file::coverage,
                                                                   files.coverage, read_coverage);
    tell_unmatched(s, counts, coverage);
    input.united = united(counts, coverage);
    tell_territory(s, input.united.notes);
    input.histories = make_panel(input.united.counts, input.united.coverage);
    if (input.histories.municipalities.empty() || input.histories.services.empty()) {
        s.refuse("nothing_counted");
    }
    need_likely_numbers(s, input.histories);
    tell_counted(s, input);
    return input;
}

void tell_pairs(const session& s, const panel& histories, int years) {
    const auto pairs = pairs_of(histories, years).size();
    s.tell(pairs > 0 ? "pairs" : "no_pairs",
           {{"pairs", text(pairs)}, {"years", text(static_cast<std::uint64_t>(years))}});
}

} // namespace brukerplan::cli

#include <brukerplan/report/html.hpp>
#include <brukerplan/statistics/round_summary.hpp>
#include <brukerplan/validation/validator.hpp>
#include <brukerplan/write/report_document.hpp>

#include "cli/commands.hpp"

namespace brukerplan::cli {

exit_code run_report(const session& s, const report_options& options) {
    auto named = options.files;
    named.insert(named.end(), {options.out, options.document});
    s.need_different_files(named);
    s.need_recipients();
    const auto scheme = s.make_scheme();
    const validator rules{s.instrument(), s.validation()};
    finding_log findings{0};
    round_builder builder{rules, findings};
    {
        progress shown;
        for (const auto& path : options.files) {
            auto reader = s.open(path);
            for (auto batch = reader.next(); batch.rows() > 0; batch = reader.next()) {
                builder.add(batch);
                shown.rows(findings.rows());
            }
            s.tell_dialect(path, reader);
        }
    }
    s.tell_policy(findings);
    const bool too_many = s.tell_tuning(findings);
    s.tell_pooled(builder.scope());
    const auto round = builder.finish();
    if (round.counts.registrations == 0) {
        s.refuse("no_registrations");
    }
    const auto left_out = round.counts.rows - round.counts.registrations;
    if (left_out > 0) {
        s.tell("left_out",
               {{"bad", std::to_string(left_out)}, {"rows", std::to_string(round.counts.rows)}});
    }
    const auto document =
        make_report_document(round, findings, *s.instrument(), scheme, s.validation());
    const auto page = render_html(document, {.language = s.language()});
    if (!page) {
        throw unusable_call{page.error().message};
    }
    write_file(s, options.out, *page);
    if (!options.document.empty()) {
        write_file(s, options.document, document);
    }
    s.tell("report_written", {{"persons", std::to_string(round.counts.persons)},
                              {"registrations", std::to_string(round.counts.registrations)},
                              {"scheme", scheme.id()},
                              {"file", shown_path(s, options.out)}});
    return s.options().strict && (findings.has_errors() || too_many) ? exit_code::findings
                                                                     : exit_code::done;
}

} // namespace brukerplan::cli

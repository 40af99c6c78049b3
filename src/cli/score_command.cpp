#include <brukerplan/model/registration.hpp>
#include <brukerplan/validation/validator.hpp>

#include "cli/commands.hpp"
#include "write/result_json.hpp"

namespace brukerplan::cli {

exit_code run_score(const session& s, const score_options& options) {
    s.need_different_files({options.file, options.out});
    const auto scheme = s.make_scheme();
    const validator rules{s.instrument(), s.validation()};
    finding_log findings{0};
    auto reader = s.open(options.file);
    output out{s, options.out};
    detail::listing rows{s.options().format, detail::score_columns,
                         [&](std::string_view text) { out.write(text); }};
    {
        progress shown;
        for (auto batch = reader.next(); batch.rows() > 0; batch = reader.next()) {
            rules.validate(batch, findings);
            for (std::size_t row = 0; row < batch.rows(); ++row) {
                if (batch.origins[row].fault != row_fault::none) {
                    score unreadable;
                    unreadable.reason = no_class_reason::unreadable;
                    rows.add(detail::score_object("", unreadable, scheme));
                    continue;
                }
                const registration r{batch, s.instrument()->roles, row};
                rows.add(detail::score_object(
                    shown_reference(r.row_ref(), r.record(), r.national_number()),
                    scheme(r.assessment()), scheme));
            }
            shown.rows(findings.rows());
        }
    }
    rows.finish();
    out.finish();
    s.tell_dialect(options.file, reader);
    s.tell_policy(findings);
    const auto bad = findings.rows_with_errors();
    if (bad > 0) {
        s.tell("scored_with_errors",
               {{"bad", std::to_string(bad)}, {"rows", std::to_string(findings.rows())}});
    }
    return s.options().strict && findings.has_errors() ? exit_code::findings : exit_code::done;
}

} // namespace brukerplan::cli

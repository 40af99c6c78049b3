#include <functional>
#include <span>
#include <string>

#include <brukerplan/model/registration.hpp>
#include <brukerplan/scoring/comparison.hpp>
#include <brukerplan/validation/validator.hpp>

#include "cli/commands.hpp"
#include "write/result_json.hpp"
#include "write/scoring_json.hpp"

namespace brukerplan::cli {

namespace {

/// Reads and validates a file and calls `f(batch, row)` for each row, then tells what there is to
/// tell about it.
template <class F>
exit_code for_each_row(const session& s, const std::string& file, output& out, F&& f,
                       const std::function<void()>& finish) {
    const validator rules{s.instrument(), s.validation()};
    finding_log findings{0};
    auto reader = s.open(file);
    {
        progress shown;
        for (auto batch = reader.next(); batch.rows() > 0; batch = reader.next()) {
            rules.validate(batch, findings);
            for (std::size_t row = 0; row < batch.rows(); ++row) {
                f(batch, row);
            }
            shown.rows(findings.rows());
        }
    }
    finish();
    out.finish();
    s.tell_dialect(file, reader);
    s.tell_policy(findings);
    const bool too_many = s.tell_tuning(findings);
    const auto bad = findings.rows_with_errors();
    if (bad > 0) {
        s.tell("scored_with_errors",
               {{"bad", std::to_string(bad)}, {"rows", std::to_string(findings.rows())}});
    }
    return s.options().strict && (findings.has_errors() || too_many) ? exit_code::findings
                                                                     : exit_code::done;
}

bool readable(const column_table& batch, std::size_t row) {
    return batch.origins[row].fault == row_fault::none;
}

exit_code list_scores(const session& s, const score_options& options) {
    const auto scheme = s.make_scheme();
    output out{s, options.out};
    detail::listing rows{s.options().format, detail::score_columns,
                         [&](std::string_view text) { out.write(text); }};
    const auto score_row = [&](const column_table& batch, std::size_t row) {
        if (!readable(batch, row)) {
            rows.add(detail::score_object("", unreadable_score, scheme));
            return;
        }
        const registration r{batch, s.instrument()->roles, row};
        rows.add(detail::score_object(shown_reference(r.row_ref(), r.record(), r.national_number()),
                                      score_of(r, scheme), scheme));
    };
    return for_each_row(s, options.file, out, score_row, [&] { rows.finish(); });
}

/// Per cent with one decimal, rounded half up: `12,5`.
std::string percent(std::uint64_t part, std::uint64_t whole, const std::string& comma) {
    const auto tenths = whole == 0 ? 0 : (part * 2000 + whole) / (2 * whole);
    return std::to_string(tenths / 10) + comma + std::to_string(tenths % 10);
}

void write_comparison(const session& s, const scheme_comparison& compared, const scheme& first,
                      const scheme& second, output& out) {
    const bool as_table = s.options().format == detail::listing_format::table;
    if (as_table) {
        out.write(s.words("compared", {{"first", first.id()}, {"second", second.id()}}) + "\n\n");
    }
    const auto columns = as_table ? std::span{detail::comparison_table_columns}
                                  : std::span<const std::string_view>{detail::comparison_columns};
    detail::listing rows{s.options().format, columns,
                         [&](std::string_view text) { out.write(text); }};
    for (const auto& row : detail::comparison_rows(compared, first.id(), second.id())) {
        rows.add(row);
    }
    rows.finish();
    if (as_table) {
        const auto changed = std::to_string(compared.changed());
        const auto total = std::to_string(compared.total());
        const auto share =
            percent(compared.changed(), compared.total(), s.words("decimal_separator"));
        out.write(
            "\n" +
            s.words("changes_class", {{"changed", changed}, {"total", total}, {"percent", share}}) +
            "\n");
    }
}

exit_code compare_scores(const session& s, const score_options& options) {
    const auto first = s.make_scheme();
    const auto second = s.make_scheme(options.compare);
    output out{s, options.out};
    scheme_comparison compared;
    const auto add = [&](const column_table& batch, std::size_t row) {
        if (!readable(batch, row)) {
            compared.add(index_class::none, index_class::none, 1);
            return;
        }
        const registration r{batch, s.instrument()->roles, row};
        compared.add(score_of(r, first).result, score_of(r, second).result, 1);
    };
    return for_each_row(s, options.file, out, add,
                        [&] { write_comparison(s, compared, first, second, out); });
}

} // namespace

exit_code run_score(const session& s, const score_options& options) {
    s.need_recipients();
    s.need_different_files({options.file, options.out});
    return options.compare.empty() ? list_scores(s, options) : compare_scores(s, options);
}

} // namespace brukerplan::cli

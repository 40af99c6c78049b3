#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <brukerplan/model/registration.hpp>
#include <brukerplan/scoring/explanation.hpp>

#include "cli/commands.hpp"
#include "write/scoring_json.hpp"

namespace brukerplan::cli {

namespace {

/// `-` and an empty place stand for not assessed.
std::optional<rating> rating_named(std::string_view word) {
    if (word.empty() || word == "-") {
        return rating::not_assessed;
    }
    const auto at = std::find(rating_tokens.begin(), rating_tokens.end(), word);
    return at == rating_tokens.end()
               ? std::nullopt
               : std::optional{static_cast<rating>(at - rating_tokens.begin())};
}

/// Eight words between commas, in the order of the domains.
assessment assessment_named(const session& s, std::string_view words) {
    assessment result;
    for (const domain d : all_domains) {
        const bool last = d == all_domains.back();
        const auto comma = words.find(',');
        const auto named = rating_named(words.substr(0, comma));
        if (!named || (comma == words.npos) != last) {
            s.refuse("bad_ratings");
        }
        result.set(d, *named);
        words.remove_prefix(last ? words.size() : comma + 1);
    }
    return result;
}

/// Of the row with a number from 1, as `validate` counts them.
assessment assessment_of_row(const session& s, const explain_options& options) {
    auto reader = s.open(options.file);
    for (auto batch = reader.next(); batch.rows() > 0; batch = reader.next()) {
        const auto before = options.row - 1;
        if (before >= batch.first_record + batch.rows()) {
            continue;
        }
        const auto row = static_cast<std::size_t>(before - batch.first_record);
        if (batch.origins[row].fault != row_fault::none) {
            s.refuse("unreadable_row", {{"row", std::to_string(options.row)}});
        }
        s.tell_dialect(options.file, reader);
        const registration r{batch, s.instrument()->roles, row};
        if (r.rating_unreadable()) {
            s.refuse("unreadable_rating", {{"row", std::to_string(options.row)}});
        }
        return r.assessment();
    }
    s.refuse("no_such_row", {{"row", std::to_string(options.row)}});
}

} // namespace

exit_code run_explain(const session& s, const explain_options& options) {
    s.need_recipients();
    const bool by_row = !options.file.empty() && options.row > 0;
    if (by_row == options.has_ratings || (options.has_ratings && !options.file.empty())) {
        s.refuse("explain_what");
    }
    const auto scheme = s.make_scheme();
    const auto e = explain(scheme, options.has_ratings ? assessment_named(s, options.ratings)
                                                       : assessment_of_row(s, options));
    output out{s, ""};
    if (s.options().format == detail::listing_format::table) {
        for (const auto& sentence : in_words(e, scheme, s.language())) {
            out.write(sentence + "\n");
        }
    } else {
        const auto explained = detail::explanation_object(e, scheme, s.language());
        std::vector<std::string_view> columns;
        for (const auto& member : explained) {
            columns.push_back(member.key());
        }
        detail::listing row{s.options().format, columns,
                            [&](std::string_view text) { out.write(text); }};
        row.add(explained);
        row.finish();
    }
    out.finish();
    return exit_code::done;
}

} // namespace brukerplan::cli

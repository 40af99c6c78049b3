// Title, banners, key figures, limits that were exceeded, and what the page rests on.
#include <algorithm>

#include "report/about_list.hpp"
#include "report/clean_text.hpp"
#include "report/findings_sections.hpp"

namespace brukerplan::detail {

using kainjow::mustache::data;

namespace {

std::string severity_word(severity s, const report_language& language) {
    return language.text_of("severity_" + std::string{token_of(s)});
}

std::int32_t sum_of(const severity_sums& findings) {
    std::int32_t sum = 0;
    for (const auto count : findings) {
        sum += count;
    }
    return sum;
}

std::vector<std::string> threshold_lines(const findings_document& document,
                                         const report_language& language) {
    std::vector<std::string> lines;
    for (const auto& limit : document.thresholds) {
        const auto what = limit.code.empty() ? severity_word(*limit.level, language)
                                             : language.words(limit.title);
        lines.push_back(language.message("check_threshold", what,
                                         language.numbers().share(limit.rows, document.counts.rows),
                                         language.numbers().share(limit.limit, 10'000)));
    }
    return lines;
}

std::string charset_name(const std::string& token) {
    return token == "windows-1252" ? "Windows-1252" : token == "utf-8" ? "UTF-8" : "ASCII";
}

std::vector<std::string> input_lines(const findings_input& input, const report_language& language) {
    std::vector<std::string> lines;
    const auto named = [&](std::string_view group, const std::string& token) {
        return language.find_in(group, token).value_or(token);
    };
    lines.push_back(input.json
                        ? language.message("check_file_ndjson", charset_name(input.charset))
                        : language.message("check_file_csv", named("separators", input.separator),
                                           charset_name(input.charset),
                                           named("header_languages", input.header_language)));
    if (!input.unknown_columns.empty()) {
        std::vector<std::string> positions;
        for (const auto position : input.unknown_columns) {
            positions.push_back(std::to_string(position));
        }
        lines.push_back(
            language.message("check_unknown_columns", language.numbers().list(positions)));
    }
    if (input.unknown_keys > 0) {
        lines.push_back(language.message("check_unknown_keys", input.unknown_keys));
    }
    if (input.decimal_comma) {
        lines.push_back(language.text_of("check_decimal_comma"));
    }
    return lines;
}

std::vector<std::string> date_lines(const findings_provenance& p, const report_language& language) {
    std::vector<std::string> lines;
    const auto day = [&](date on) { return language.numbers().period(on, on); };
    if (p.period_first && p.period_last) {
        lines.push_back(language.message(
            "check_period", language.numbers().period(*p.period_first, *p.period_last)));
    } else if (p.period_first) {
        lines.push_back(language.message("check_period_first", day(*p.period_first)));
    } else if (p.period_last) {
        lines.push_back(language.message("check_period_last", day(*p.period_last)));
    }
    if (p.reference_date) {
        lines.push_back(language.message("reference_date", day(*p.reference_date)));
    }
    return lines;
}

std::vector<std::string> severity_lines(const report_language& language) {
    std::vector<std::string> lines;
    for (const auto s : {severity::fatal, severity::error, severity::warning, severity::info}) {
        lines.push_back(
            language.message("check_word_and_note", severity_word(s, language),
                             language.text_of("check_note_" + std::string{token_of(s)})));
    }
    return lines;
}

} // namespace

void put_findings_head(data& page, const findings_document& document,
                       const report_language& language) {
    const auto& counts = document.counts;
    const auto title = language.message("check_title", counts.to_correct());
    page.set("library", document.provenance.library);
    page.set("title", title);
    page.set("page_title", language.message("check_page_title", title));
    page.set("page_footer", css_string(language.text_of("internal_heading")));
    page.set("internal_text", language.text_of("check_internal_text"));
    page.set("synthetic", document.provenance.test_numbers);
    page.set("synthetic_text", language.text_of("check_synthetic_text"));
    const auto limits = threshold_lines(document, language);
    page.set("has_thresholds", !limits.empty());
    page.set("thresholds", string_list("line", limits));

    std::vector<std::string> usable_notes;
    if (document.findings[static_cast<std::size_t>(severity::warning)] +
            document.findings[static_cast<std::size_t>(severity::info)] >
        0) {
        usable_notes.push_back(language.text_of("check_usable_note"));
    }
    std::vector<std::string> bad_notes;
    if (counts.to_correct() > 0) {
        bad_notes.push_back(
            language.message("left_out_note", counts.unreadable, counts.with_errors));
    }
    data figures{data::type::list};
    figures << key_figure(counts.to_correct(), "check_bad_label", bad_notes, language)
            << key_figure(counts.usable, "check_usable_label", usable_notes, language)
            << key_figure(counts.rows, "check_rows_label",
                          {language.message("check_rows_note", sum_of(document.findings))},
                          language);
    page.set("key_figures", figures);
}

data make_findings_about(const findings_document& document, const report_language& language) {
    const auto& p = document.provenance;
    about_list about{language};
    about.add("check_about_file", input_lines(document.input, language));
    about.add("check_about_severity", severity_lines(language));
    if (const auto dates = date_lines(p, language); !dates.empty()) {
        about.add("check_about_dates", dates);
    }
    about.add("about_pack",
              {language.text_of("about_pack_text"), language.message("check_edition", p.edition)},
              data{p.pack});
    about.add("check_about_ours");
    about.add("check_about_privacy");
    about.add("about_owner");
    about.add("about_version", {language.message("check_version", p.library, "1")});
    return about.items();
}

} // namespace brukerplan::detail

// A table of the document as a section: heading, notes, chart, and the table itself.
#include <algorithm>
#include <array>

#include "report/chart.hpp"
#include "report/page.hpp"
#include "report/token_style.hpp"

namespace brukerplan::detail {

using kainjow::mustache::data;

namespace {

constexpr std::string_view en_dash = "\xE2\x80\x93";

// Where a known table stands; the others follow in the order of the document.
constexpr std::array<std::string_view, 6> reading_order{"domains", "index",     "category",
                                                        "sex",     "age_group", "services"};
constexpr std::array<std::string_view, 4> unit_messages{"unit_persons", "unit_children",
                                                        "unit_services", "unit_responses"};
constexpr std::array<std::string_view, 3> table_classes{"grouped", "plain", "grouped paired"};
// A table of more rows is set closer on paper, and one of still more may go over to the next sheet.
constexpr std::size_t rows_at_ease = 24;
constexpr std::size_t shown_on_one_sheet = 40;

struct section {
    const report_table& table;
    const report_language& language;
    std::vector<const report_row*> shown;
    std::vector<const report_row*> folded; ///< paired rows of zeros
    std::string figure_number;
    std::string table_number;
};

std::vector<const report_table*> in_reading_order(const report_document& document) {
    const auto rank = [](const report_table* table) {
        return std::find(reading_order.begin(), reading_order.end(), table->id);
    };
    std::vector<const report_table*> tables;
    for (const auto& table : document.tables) {
        tables.push_back(&table);
    }
    std::stable_sort(tables.begin(), tables.end(),
                     [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
    return tables;
}

std::string share_text(const section& s, std::int32_t count, std::int32_t denominator) {
    const auto share = s.language.numbers().share(count, denominator);
    return share.empty() ? std::string{en_dash} : share;
}

bool same_denominators(const report_table& table) {
    return std::all_of(table.columns.begin(), table.columns.end(), [&](const auto& column) {
        return column.denominator == table.columns.front().denominator;
    });
}

std::string denominator_text(const section& s, const report_denominator& denominator) {
    return s.language.message(unit_messages[static_cast<std::size_t>(denominator.unit)],
                              denominator.count);
}

std::string table_detail(const section& s) {
    if (!same_denominators(s.table)) {
        return s.language.text_of("counts_and_percent");
    }
    const auto& denominator = s.table.columns.front().denominator;
    return denominator.count == 0
               ? s.language.text_of("counts_only")
               : s.language.message("counts_and_percent_of", denominator_text(s, denominator));
}

std::string figure_detail(const section& s) {
    return same_denominators(s.table)
               ? s.language.message("figure_percent_of",
                                    denominator_text(s, s.table.columns.front().denominator))
               : s.language.text_of("figure_percent");
}

token_style column_style(const report_table& table, std::size_t column) {
    if (table.chart == chart_kind::paired) {
        return column == 0 ? first_style : second_style;
    }
    return style_of(table.columns[column].token);
}

data make_columns(const section& s, bool with_denominators) {
    data columns{data::type::list};
    for (std::size_t j = 0; j < s.table.columns.size(); ++j) {
        const auto& column = s.table.columns[j];
        data item;
        put_words(item, "label", column.label, s.language);
        item.set("swatch", swatch(column_style(s.table, j)));
        item.set("of", with_denominators
                           ? data{s.language.message("percent_of",
                                                     denominator_text(s, column.denominator))}
                           : data{false});
        columns << item;
    }
    return columns;
}

data make_row(const section& s, const report_row& row) {
    data item;
    put_words(item, "label", row.label, s.language);
    const auto style = style_of(row.token);
    const bool marked = s.table.chart == chart_kind::bars && !style.mark.empty();
    item.set("swatch", marked ? swatch(style) : std::string{});
    data cells{data::type::list};
    for (std::size_t j = 0; j < row.counts.size(); ++j) {
        data cell;
        cell.set("count", s.language.numbers().count(row.counts[j]));
        cell.set("percent", share_text(s, row.counts[j], s.table.columns[j].denominator.count));
        cells << cell;
    }
    item.set("cells", cells);
    if (s.table.chart == chart_kind::paired) {
        // Nobody was asked: there is nothing to take a difference of.
        const bool both_asked =
            s.table.columns[0].denominator.count != 0 && s.table.columns[1].denominator.count != 0;
        item.set("difference", both_asked ? s.language.numbers().difference(
                                                std::int64_t{row.counts[1]} - row.counts[0])
                                          : "\xE2\x80\x93");
    }
    return item;
}

/// The parts of a single-response table add up; a total shows that they do.
void put_total(data& to, const section& s) {
    std::int64_t sum = 0;
    for (const auto* row : s.shown) {
        sum += row->counts.front();
    }
    const auto whole = s.table.columns.front().denominator.count;
    const bool adds_up = s.table.chart == chart_kind::bars && !s.table.multi_response &&
                         s.shown.size() > 1 && sum == whole;
    to.set("has_total", adds_up);
    if (adds_up) {
        to.set("total_count", s.language.numbers().count(sum));
        to.set("total_percent", share_text(s, whole, whole));
    }
}

void put_figure(data& to, const section& s, const std::string& figure_title) {
    const bool has_chart = can_draw(s.shown);
    to.set("has_chart", has_chart);
    to.set("panelled", false);
    to.set("figure_title", figure_title);
    to.set("figure_detail", figure_detail(s));
    to.set("has_legend", s.table.chart != chart_kind::bars);
    to.set("legend", make_columns(s, false));
    if (has_chart) {
        const auto charts =
            draw_chart({.table = s.table,
                        .rows = s.shown,
                        .language = s.language,
                        .title = figure_title,
                        .description = s.language.message("chart_description", s.shown.size())});
        to.set("panelled", charts.size() > 1);
        to.set("charts", string_list("svg", charts));
    }
}

std::vector<std::string> notes_above(const section& s, const report_provenance& provenance) {
    std::vector<std::string> notes;
    if (auto note = s.language.find_in("table_notes", s.table.id)) {
        notes.push_back(std::move(*note));
    }
    if (s.table.id == "index") {
        const bool own = s.language.find_in("schemes", provenance.scheme).has_value();
        notes.push_back(s.language.message(own ? "index_scheme_own_note" : "index_scheme_note",
                                           provenance.scheme));
    }
    if (s.table.multi_response) {
        notes.push_back(s.language.text_of("multi_response_note"));
    }
    return notes;
}

std::vector<std::string> notes_below(const section& s) {
    std::vector<std::string> notes;
    if (s.table.chart == chart_kind::paired) {
        notes.push_back(s.language.message("difference_note",
                                           s.language.words(s.table.columns[1].label),
                                           s.language.words(s.table.columns[0].label)));
        if (!same_denominators(s.table)) {
            notes.push_back(s.language.text_of("different_denominators_note"));
        }
    }
    if (!s.folded.empty()) {
        std::vector<std::string> names;
        for (const auto* row : s.folded) {
            names.push_back(s.language.words(row->label));
        }
        notes.push_back(
            s.language.message("folded_note", names.size(), s.language.numbers().list(names)));
    }
    return notes;
}

data make_section(const section& s, const report_provenance& provenance) {
    const auto title = s.language.words(s.table.title);
    const bool paired = s.table.chart == chart_kind::paired;
    data result;
    result.set("id", s.table.id);
    put_words(result, "title", s.table.title, s.language);
    put_words(result, "dimension", s.table.dimension, s.language);
    put_figure(result, s, s.language.message("figure_title", s.figure_number, title));
    result.set("notes", string_list("note", notes_above(s, provenance)));
    result.set("table_title", s.language.message("table_title", s.table_number, title));
    result.set("table_detail", table_detail(s));
    result.set("table_class", std::string{table_classes[static_cast<std::size_t>(s.table.chart)]} +
                                  (s.shown.size() > rows_at_ease ? " dense" : "") +
                                  (s.shown.size() > shown_on_one_sheet ? " long" : ""));
    result.set("grouped", s.table.chart != chart_kind::bars);
    result.set("has_difference", paired);
    result.set("columns", make_columns(s, !same_denominators(s.table)));
    data rows{data::type::list};
    for (const auto* row : s.shown) {
        rows << make_row(s, *row);
    }
    result.set("rows", rows);
    put_total(result, s);
    result.set("table_notes", string_list("note", notes_below(s)));
    return result;
}

} // namespace

data make_sections(const report_document& document, const report_language& language) {
    data sections{data::type::list};
    std::size_t figures = 0;
    std::size_t tables = 0;
    for (const auto* table : in_reading_order(document)) {
        section s{*table, language, {}, {}, {}, language.numbers().count(++tables)};
        for (const auto& row : table->rows) {
            const bool fold =
                table->chart == chart_kind::paired && row.counts[0] == 0 && row.counts[1] == 0;
            (fold ? s.folded : s.shown).push_back(&row);
        }
        if (can_draw(s.shown)) {
            s.figure_number = language.numbers().count(++figures);
        }
        sections << make_section(s, document.provenance);
    }
    return sections;
}

} // namespace brukerplan::detail

#include <brukerplan/write/csv_writer.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <utility>

#include <brukerplan/model/date.hpp>

#include "read/charset.hpp"
#include "write/listing.hpp"

namespace brukerplan {

namespace {

/// The Norwegian name with its letters and a capital: `foedselsaar` as a spreadsheet shows it.
std::string spelt_out(std::string_view alias) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> letters{
        {{"ae", "\xC3\xA6"}, {"oe", "\xC3\xB8"}, {"aa", "\xC3\xA5"}}};
    std::string result;
    while (!alias.empty()) {
        bool replaced = false;
        for (const auto& [from, to] : letters) {
            if (alias.starts_with(from)) {
                result += to;
                alias.remove_prefix(from.size());
                replaced = true;
                break;
            }
        }
        if (!replaced) {
            result += alias.front() == '_' ? ' ' : alias.front();
            alias.remove_prefix(1);
        }
    }
    // The capitals of the Norwegian letters, too, lie 20 hexadecimal below the small ones.
    const bool small_norwegian =
        std::any_of(letters.begin(), letters.end(),
                    [&](const auto& letter) { return result.starts_with(letter.second); });
    if (small_norwegian || (!result.empty() && result[0] >= 'a' && result[0] <= 'z')) {
        char& last_byte = result[small_norwegian ? 1 : 0];
        last_byte = static_cast<char>(last_byte - 0x20);
    }
    return result;
}

std::string dotted(std::string_view iso_date) {
    if (!parse_date(iso_date) || iso_date.size() != 10 || iso_date[4] != '-') {
        return std::string{iso_date};
    }
    return std::string{iso_date.substr(8, 2)} + "." + std::string{iso_date.substr(5, 2)} + "." +
           std::string{iso_date.substr(0, 4)};
}

std::vector<std::size_t> all_fields(const pack& instrument) {
    std::vector<std::size_t> fields(instrument.fields.size());
    std::iota(fields.begin(), fields.end(), std::size_t{0});
    return fields;
}

} // namespace

csv_writer::csv_writer(const pack& instrument, csv_style style,
                       std::function<void(std::string_view)> sink)
    : csv_writer(instrument, all_fields(instrument), {}, style, std::move(sink)) {}

csv_writer::csv_writer(const pack& instrument, std::vector<std::size_t> fields,
                       std::span<const std::string_view> more, csv_style style,
                       std::function<void(std::string_view)> sink)
    : pack_(&instrument), fields_(std::move(fields)), style_(style), sink_(std::move(sink)) {
    std::string line;
    const auto add = [&](std::string_view name) {
        line += (line.empty() ? "" : std::string{style_.separator}) +
                detail::csv_cell(name, style_.separator);
    };
    for (const auto field : fields_) {
        const auto& f = instrument.fields[field];
        add(style_.norwegian_headers ? spelt_out(f.alias) : f.name);
    }
    std::for_each(more.begin(), more.end(), add);
    if (style_.byte_order_mark && !style_.windows_1252) {
        sink_("\xEF\xBB\xBF");
    }
    write(std::move(line));
}

void csv_writer::row(std::span<const std::string> cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) {
            line += style_.separator;
        }
        const bool is_date =
            i < fields_.size() && pack_->fields[fields_[i]].type == field_type::date;
        line += detail::csv_cell(is_date && style_.dotted_dates ? dotted(cells[i]) : cells[i],
                                 style_.separator);
    }
    write(std::move(line));
}

void csv_writer::write(std::string line) {
    line += style_.line_end;
    if (!style_.windows_1252) {
        sink_(line);
        return;
    }
    std::string recoded;
    detail::append_as_windows_1252(line, recoded);
    sink_(recoded);
}

} // namespace brukerplan

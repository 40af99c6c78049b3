#include "read/cell.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <brukerplan/model/date.hpp>

namespace brukerplan::detail {

namespace {

constexpr std::array<std::string_view, 6> blanks{" ", "\t", "\n", "\r", "\xC2\xA0", "\xE2\x80\xAF"};

bool is_digits(std::string_view text) noexcept {
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

} // namespace

std::string_view without_blanks(std::string_view cell) noexcept {
    bool changed = true;
    while (changed) {
        changed = false;
        for (const auto blank : blanks) {
            if (cell.starts_with(blank)) {
                cell.remove_prefix(blank.size());
                changed = true;
            }
            if (cell.ends_with(blank)) {
                cell.remove_suffix(blank.size());
                changed = true;
            }
        }
    }
    return cell;
}

cell_reader::cell_reader(const pack& instrument) : pack_(instrument) {
    for (const auto& list : instrument.code_lists) {
        auto& table = tokens_.emplace_back();
        bool numbered = false;
        for (std::size_t i = 0; i < list.codes.size(); ++i) {
            const token_meaning meaning{token_meaning::kind::code, static_cast<std::uint8_t>(i)};
            table.emplace(list.codes[i].token, meaning);
            if (list.codes[i].number) {
                numbered = true;
                table.emplace(std::to_string(*list.codes[i].number), meaning);
            }
        }
        if (numbered) {
            table.try_emplace("0", token_meaning{token_meaning::kind::missing, 0});
        }
        for (std::size_t i = 0; i < list.alone.size(); ++i) {
            table.emplace(list.alone[i].token,
                          token_meaning{token_meaning::kind::alone, static_cast<std::uint8_t>(i)});
        }
    }
    if (!instrument.mapping.empty()) {
        add_mapped_words();
    }
}

/// What a mapping calls the tokens of single fields.
void cell_reader::add_mapped_words() {
    mapped_.resize(pack_.fields.size());
    for (std::size_t f = 0; f < pack_.fields.size(); ++f) {
        for (const auto& word : pack_.fields[f].mapped_words) {
            const auto& tokens = tokens_[pack_.fields[f].list];
            const auto at = tokens.find(word.token);
            mapped_[f].emplace(word.written, at == tokens.end()
                                                 ? token_meaning{token_meaning::kind::missing, 0}
                                                 : at->second);
        }
    }
}

const token_meaning* cell_reader::find(std::size_t field, std::string_view word) {
    lower_.assign(word);
    for (char& c : lower_) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (!mapped_.empty()) {
        if (const auto at = mapped_[field].find(lower_); at != mapped_[field].end()) {
            return &at->second;
        }
    }
    const auto& table = tokens_[pack_.fields[field].list];
    const auto at = table.find(lower_);
    return at == table.end() ? nullptr : &at->second;
}

/// A number as a whole number of its last decimal place (0: of units). A decimal comma or point may
/// be followed by more decimals if they are zeros.
std::optional<std::int32_t> cell_reader::fixed_point(std::string_view text, int places) {
    const auto mark = text.find_first_of(",.");
    const auto units = text.substr(0, mark);
    std::string_view decimals;
    if (mark != text.npos) {
        decimals = text.substr(mark + 1);
        if (!is_digits(decimals) || !is_digits(units.substr(units.starts_with('-') ? 1 : 0))) {
            return std::nullopt;
        }
        decimal_comma_seen_ = decimal_comma_seen_ || text[mark] == ',';
    }
    std::int32_t value = 0;
    const auto [end, failure] = std::from_chars(units.data(), units.data() + units.size(), value);
    if (failure != std::errc{} || end != units.data() + units.size()) {
        return std::nullopt;
    }
    std::int64_t scaled = value;
    for (int place = 0; place < places; ++place) {
        const int digit = decimals.empty() ? 0 : decimals.front() - '0';
        decimals.remove_prefix(decimals.empty() ? 0 : 1);
        scaled = scaled * 10 + (units.starts_with('-') ? -digit : digit);
    }
    const bool exact = decimals.find_first_not_of('0') == decimals.npos;
    const bool fits = scaled >= INT32_MIN && scaled <= INT32_MAX;
    return exact && fits ? std::optional{static_cast<std::int32_t>(scaled)} : std::nullopt;
}

void cell_reader::append(std::size_t field, std::string_view cell, column& to) {
    cell = trimmed(cell);
    if (cell.empty()) {
        to.append_missing();
        return;
    }
    switch (pack_.fields[field].type) {
    case field_type::integer:
    case field_type::decimal:
        if (const auto value = fixed_point(cell, decimal_places_of(pack_.fields[field].type))) {
            to.append_number(*value);
        } else {
            to.append_unreadable(cell);
        }
        return;
    case field_type::date:
        if (const auto day = parse_date(cell)) {
            to.append_number(static_cast<std::int32_t>(day->time_since_epoch().count()));
        } else {
            to.append_unreadable(cell);
        }
        return;
    case field_type::code:
        if (const auto* meaning = find(field, cell); meaning == nullptr) {
            to.append_unreadable(cell);
        } else if (meaning->what == token_meaning::kind::missing) {
            to.append_missing();
        } else {
            to.append_code(meaning->index);
        }
        return;
    case field_type::codes: {
        std::vector<std::string_view> words;
        for_each_word(cell, [&](std::string_view word) { words.push_back(word); });
        append_codes(field, words, cell, to);
        return;
    }
    default:
        to.append_text(cell);
    }
}

void cell_reader::append_codes(std::size_t field, const std::vector<std::string_view>& words,
                               std::string_view raw, column& to) {
    code_set held;
    bool any = false;
    for (const auto written : words) {
        const auto word = trimmed(written);
        if (word.empty()) {
            continue;
        }
        const auto* meaning = find(field, word);
        if (meaning == nullptr) {
            to.append_unreadable(raw);
            return;
        }
        if (meaning->what == token_meaning::kind::missing) {
            continue;
        }
        any = true;
        if (meaning->what == token_meaning::kind::alone) {
            held.alone |= static_cast<std::uint8_t>(1U << meaning->index);
        } else {
            held.insert(meaning->index);
        }
    }
    if (any) {
        to.append_codes(held);
    } else {
        to.append_missing();
    }
}

} // namespace brukerplan::detail

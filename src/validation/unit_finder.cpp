#include "validation/unit_finder.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include <brukerplan/validation/likely_identity.hpp>

#include "validation/facts_reader.hpp"

namespace brukerplan::detail {

namespace {

std::size_t hash_of(std::string_view text) noexcept {
    std::uint64_t hash = text.size();
    const auto mix = [&](std::uint64_t some) {
        hash = std::rotl((hash ^ some) * 0x9E3779B97F4A7C15U, 31);
    };
    const auto eight = [&](std::size_t at) {
        std::uint64_t some = 0;
        std::memcpy(&some, text.data() + at, sizeof some);
        return some;
    };
    if (text.size() < sizeof hash) {
        for (const char c : text) {
            mix(static_cast<unsigned char>(c));
        }
    } else { // the last eight overlap with those before
        for (std::size_t at = 0; at + sizeof hash < text.size(); at += sizeof hash) {
            mix(eight(at));
        }
        mix(eight(text.size() - sizeof hash));
    }
    return static_cast<std::size_t>((hash * 0xD6E8FEB86659FD93U) >> 32U);
}

} // namespace

void unit_finder::begin(const column_table& batch, finding_counts& counts) {
    counts_ = &counts;
    units_ = role_column(batch, *binding_, role::source_unit);
    numbers_ = role_column(batch, *binding_, role::identity_national_number);
    any_number_ = false;
    if (!found_.empty()) {
        found_.clear();
        near_.fill({});
        std::fill(slots_.begin(), slots_.end(), 0);
    }
}

void unit_finder::find(std::size_t first, std::span<unit_counts*> units) {
    auto& unnamed = counts_->unit(unit_counts::kind::unnamed, {});
    of_row_.assign(units.size(), 0);
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto row = first + i;
        const auto text = units_ != nullptr ? units_->text(row) : std::string_view{};
        units[i] = &unnamed;
        if (!text.empty()) {
            of_row_[i] = index_of(text, units_->texts()[row]) + 1;
            units[i] = &counts_of(of_row_[i] - 1, row);
        }
    }
}

bool unit_finder::holds_number(std::size_t row) const noexcept {
    const auto index = of_row_[row];
    return index != 0 && found_[index - 1].holds_number;
}

std::uint32_t unit_finder::index_of(std::string_view text, const text_place& place) {
    auto& near = near_[place.begin * 0x9E3779B97F4A7C15U >> (64 - near_bits)];
    if (near.index == nowhere || place.begin != near.place.begin || place.size != near.place.size) {
        // Where columns are no dictionaries, the same text stands in another place.
        if (found_.empty() || text != found_[last_].text) {
            last_ = look_up(text);
        }
        near = {place, last_};
    }
    return near.index;
}

std::uint32_t unit_finder::look_up(std::string_view text) {
    make_room();
    auto at = hash_of(text) & (slots_.size() - 1);
    for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
        if (found_[slots_[at] - 1].text == text) {
            return slots_[at] - 1;
        }
    }
    unit made;
    made.text = text;
    made.holds_number = holds_number_by_table(text);
    made.masked = made.holds_number || may_identify_somebody(text);
    made.few_digits = has_few_digits(text);
    any_number_ = any_number_ || made.holds_number;
    found_.push_back(made);
    slots_[at] = static_cast<std::uint32_t>(found_.size());
    return slots_[at] - 1;
}

/// At most half of the slots are taken.
void unit_finder::make_room() {
    if (2 * (found_.size() + 1) <= slots_.size()) {
        return;
    }
    slots_.assign(slots_.empty() ? 8 : 2 * slots_.size(), 0);
    for (std::size_t i = 0; i < found_.size(); ++i) {
        auto at = hash_of(found_[i].text) & (slots_.size() - 1);
        while (slots_[at] != 0) {
            at = (at + 1) & (slots_.size() - 1);
        }
        slots_[at] = static_cast<std::uint32_t>(i + 1);
    }
}

unit_counts& unit_finder::counts_of(std::uint32_t index, std::size_t row) {
    auto& unit = found_[index];
    const auto holds_own = [&] {
        return !unit.few_digits && numbers_ != nullptr &&
               identifies_owner(unit.text, numbers_->text(row));
    };
    if (unit.masked || holds_own()) {
        return counts_->unit(unit_counts::kind::masked, {});
    }
    if (unit.counts == nullptr) {
        unit.counts = &counts_->unit(unit_counts::kind::named, unit.text);
    }
    return *unit.counts;
}

} // namespace brukerplan::detail

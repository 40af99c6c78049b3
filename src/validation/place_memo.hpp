// Answers about codes of places on days, kept for the rows that ask the same again.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include <brukerplan/model/column_table.hpp>
#include <brukerplan/model/date.hpp>

namespace brukerplan::detail {

/// A table of the last answers, one slot a hash: bounded, and nothing is ever wrong in it. It may
/// be kept from batch to batch.
class place_memo {
public:
    /// Makes room for a batch of so many rows.
    void begin(std::size_t rows) {
        const auto slots = std::bit_ceil(std::clamp<std::size_t>(rows / 4, 1, most_slots));
        if (slots > slots_.size()) {
            slots_.assign(slots, {});
        }
    }

    /// What `ask(code, day)` says, which must depend on the two alone. After `begin`.
    template <class Ask>
    bool operator()(std::string_view code, date day, Ask ask) {
        if (code.size() > longest_code) {
            return ask(code, day);
        }
        std::uint64_t key = code.size() + 1; // 0 is a slot that was never filled
        if (code.size() == 4) {
            std::uint32_t four = 0;
            std::memcpy(&four, code.data(), 4);
            key |= std::uint64_t{four} << 8U;
        } else {
            for (std::size_t i = 0; i < code.size(); ++i) {
                key |= std::uint64_t{static_cast<unsigned char>(code[i])} << (8 * (i + 1));
            }
        }
        const auto on = static_cast<std::int32_t>(day.time_since_epoch().count());
        const auto mixed =
            (key ^ static_cast<std::uint64_t>(on) * 0x9E3779B97F4A7C15U) * 0xD6E8FEB86659FD93U;
        auto& slot = slots_[static_cast<std::size_t>(mixed >> 40U) & (slots_.size() - 1)];
        if (slot.key != key || slot.day != on) {
            slot = {key, on, ask(code, day)};
        }
        return slot.answer;
    }

private:
    static constexpr std::size_t most_slots = 16'384;
    static constexpr std::size_t longest_code = 7;

    struct slot {
        std::uint64_t key = 0;
        std::int32_t day = 0;
        bool answer = false;
    };
    std::vector<slot> slots_;
};

/// The last answer about a text of a column, for the rows after it that have the same text in the
/// same place.
class last_text {
public:
    template <class Ask>
    bool operator()(const column& texts, std::size_t row, Ask ask) {
        const auto place = texts.texts()[row];
        if (!asked_ || place.begin != place_.begin || place.size != place_.size) {
            asked_ = true;
            place_ = place;
            answer_ = ask(texts.text(row));
        }
        return answer_;
    }

private:
    bool asked_ = false;
    bool answer_ = false;
    text_place place_;
};

} // namespace brukerplan::detail

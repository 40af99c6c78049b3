// What the stages hold, and the one way into them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <brukerplan/identity/pseudonym.hpp>
#include <brukerplan/register/collected_round.hpp>
#include <brukerplan/register/merged_round.hpp>
#include <brukerplan/register/transferable_round.hpp>

#include "register/kept_cells.hpp"

namespace brukerplan::detail {

/// The bytes of a pseudonym.
using person_key = std::array<std::uint8_t, 32>;

/// A text among those of a round.
struct kept_text {
    std::size_t begin = 0;
    std::uint32_t size = 0;
    bool hidden = false; ///< it may identify somebody and is not kept
};

/// What a registration has besides cells.
struct kept_registration {
    person_key person{};
    person_key objects_as{};    ///< by the digits of the number, also where it is not valid
    std::uint64_t sequence = 0; ///< orders the input
    std::uint64_t record = 0;   ///< as findings number it
    date mapped_on;
    bool linked = false; ///< there is a number to merge by
    bool informed = false;
    bool asked_to_object = false; ///< and answered
    // For finding people who stand under two numbers.
    std::int32_t birth_date = 0; ///< year, month and day as one number; 0 when it is not certain
    sex of = sex::unknown;
    std::uint16_t number_kinds = 0;
    // For findings about the person.
    kept_text row_ref;
    kept_text unit;
};

/// Somebody who objects.
struct kept_objection {
    person_key person{}; ///< by the digits of the number
    std::int32_t birth_date = 0;
    sex of = sex::unknown;
    std::uint16_t number_kinds = 0;
};

struct kept_registrations {
    explicit kept_registrations(kept_table cells) : cells(std::move(cells)) {}

    /// All of the others, or nothing when there is no memory. The cells are of the same fields.
    void append(const kept_registrations& more);
    [[nodiscard]] kept_text keep(std::string_view text);
    [[nodiscard]] std::string_view text_of(kept_text place) const noexcept {
        return {texts.data() + place.begin, place.size};
    }

    wiped_vector<kept_registration> each;
    kept_table cells; ///< by registration
    wiped_vector<char> texts;
    wiped_vector<kept_objection> objections;
};

/// What goes with a round from stage to stage: nothing about a single person.
struct round_facts {
    validator rules;
    std::string mapping_id;
    mapping_round scope;
    collection_counts collected;
    std::vector<bool> present; ///< by field: whether any input had the column
    std::string policy;
    std::vector<std::pair<std::string, merge_rule>> merge_changes; ///< by the names of fields
    merge_counts merged;
    transfer_counts transferred;
    std::vector<trail_entry> trail;

    [[nodiscard]] const pack& instrument() const noexcept { return rules.instrument(); }
};

struct collected_rows {
    round_facts about;
    finding_log* findings;
    pseudonymiser names;
    kept_registrations kept;
};

/// One row a person, in the order of their keys.
struct merged_rows {
    round_facts about;
    std::optional<pseudonymiser> names; ///< holds the key until the round goes on
    wiped_vector<person_key> persons;
    wiped_vector<std::uint8_t> informed; ///< by person: whether any unit did
    kept_table cells;
};

/// One row a person; the running number of row i is i + 1.
struct transferable_rows {
    round_facts about;
    kept_table cells;
};

struct stage_access {
    /// Throws `std::invalid_argument` for a stage that has been used up.
    template <class Stage>
    [[nodiscard]] static auto& rows(Stage& stage) {
        if (!stage.rows_) {
            throw std::invalid_argument{"this stage of the round has gone on to the next"};
        }
        return *stage.rows_;
    }
    template <class Stage>
    static void use_up(Stage& stage) noexcept {
        stage.rows_.reset();
    }
    template <class Stage, class Rows>
    [[nodiscard]] static Stage make(std::unique_ptr<Rows> rows) noexcept {
        return Stage{std::move(rows)};
    }
};

} // namespace brukerplan::detail

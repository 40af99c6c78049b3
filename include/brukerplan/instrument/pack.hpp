// An instrument pack: one instrument in one edition, as data. docs/pack-format.md describes the
// JSON form.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/field.hpp>
#include <brukerplan/instrument/rule.hpp>
#include <brukerplan/instrument/scheme.hpp>
#include <brukerplan/instrument/text.hpp>
#include <brukerplan/model/expected.hpp>
#include <brukerplan/model/registration.hpp>

namespace brukerplan {

/// Bands of age in whole years; the last one is open.
struct age_groups {
    std::string id;
    brukerplan::ground ground = ground::ours;
    std::vector<int> lower_bounds; ///< ascending
};

struct pack {
    std::string id;      ///< `brukerplan/2024`; every result names it
    std::string edition; ///< this library's revision of the pack
    int year = 0;        ///< of the instrument: decides which fields are asked and which rules hold
    std::string extends; ///< id of the pack that this one is a change of; else empty
    std::string mapping; ///< id of the mapping through which input is read; else empty
    text title;
    text note;
    std::vector<std::string> languages;      ///< that every text has; `nb` is always among them
    std::vector<std::string> more_languages; ///< that some texts have; the others fall back to `nb`
    std::vector<brukerplan::field> fields;
    std::vector<std::vector<std::size_t>> required_any; ///< groups of field indices
    std::vector<code_list> code_lists;
    brukerplan::age_groups age_groups;
    std::vector<scheme_definition> schemes;
    std::vector<rule> rules; ///< those in force in the pack's year
    role_binding roles;

    [[nodiscard]] std::optional<std::size_t> find_field(std::string_view name) const noexcept;
    [[nodiscard]] const code_list* find_list(std::string_view name) const noexcept;
    [[nodiscard]] const scheme_definition* find_scheme(std::string_view id) const noexcept;
    /// The list of a `code` or `codes` field; null for other fields.
    [[nodiscard]] const code_list* list_of(const brukerplan::field& f) const noexcept {
        return f.list == field::no_list ? nullptr : &code_lists[f.list];
    }
    /// The field that holds a role; null when the pack has none.
    [[nodiscard]] const brukerplan::field* field_of(role r) const noexcept {
        const auto at = roles.column_of(r);
        return at == role_binding::unbound ? nullptr : &fields[static_cast<std::size_t>(at)];
    }
    /// An empty table of this pack's shape.
    [[nodiscard]] column_table make_table() const;
};

/// Why a pack could not be loaded, and where: `path` is a JSON pointer such as `/fields/3/list`.
struct pack_error {
    std::string path;
    std::string message; ///< one line, English
};

/// Reads a pack from JSON text, UTF-8, and checks that it is whole: every name it refers to exists,
/// every text has its languages, no token or code occurs twice.
[[nodiscard]] expected<std::shared_ptr<const pack>, pack_error> load_pack(std::string_view json);

/// Ids of the packs that come with the library, oldest first.
[[nodiscard]] std::vector<std::string_view> shipped_packs();

/// The JSON text of a shipped pack by id (`brukerplan/2024`); empty when there is none of that
/// name. Borrowed for the life of the program.
[[nodiscard]] std::string_view shipped_pack_json(std::string_view id) noexcept;

/// The newest shipped pack: what is used when the caller names none.
[[nodiscard]] std::shared_ptr<const pack> newest_pack();

} // namespace brukerplan

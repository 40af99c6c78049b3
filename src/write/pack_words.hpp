// What a pack says, in words for people: Markdown without line ends.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/message_catalogue.hpp>
#include <brukerplan/instrument/pack.hpp>

namespace brukerplan::detail {

/// Text that Markdown shows as it is.
[[nodiscard]] std::string escaped(std::string_view text);
/// A token, code or cell in the type of a machine.
[[nodiscard]] std::string as_code(std::string_view text);
[[nodiscard]] std::string joined(const std::vector<std::string>& words, std::string_view between);

/// Borrows the pack.
class pack_words {
public:
    pack_words(const pack& instrument, std::string_view language)
        : pack_(instrument), language_(language) {}

    [[nodiscard]] const pack& instrument() const noexcept { return pack_; }
    [[nodiscard]] std::string_view language() const noexcept { return language_; }

    /// A label of the pages themselves.
    [[nodiscard]] std::string label(std::string_view key,
                                    message_catalogue::values parameters = {}) const;
    /// A text of the pack.
    [[nodiscard]] std::string of(const text& t) const { return escaped(t.in(language_)); }

    /// The name of the column that readers of the language would use: the Norwegian one, or in
    /// English the English one. And the other.
    [[nodiscard]] std::string column_of(const field& f) const;
    [[nodiscard]] std::string other_column_of(const field& f) const;
    [[nodiscard]] std::string ground_of(ground g) const;
    [[nodiscard]] std::string severity_of(severity s) const;
    [[nodiscard]] std::string years_of(std::optional<int> since, std::optional<int> until) const;

    /// A text of a rule, with what is known before anything is found put in for its placeholders.
    [[nodiscard]] std::string text_of_rule(const text& t, const rule& r) const;
    /// When it fires; several are alternatives.
    [[nodiscard]] std::vector<std::string> conditions_of(const rule& r) const;
    /// Empty where the rule has none.
    [[nodiscard]] std::string example_of(const rule& r) const;
    /// The fields that the rule is about and the pack's year asks.
    [[nodiscard]] std::vector<std::size_t> fields_of(const rule& r) const;

private:
    [[nodiscard]] std::string name_of_field(std::size_t field) const;
    [[nodiscard]] std::string case_of(const std::vector<atom>& atoms,
                                      std::string_view between) const;
    [[nodiscard]] std::string words_of(const atom& a) const;
    [[nodiscard]] std::string bounds_of(const atom& a) const;
    [[nodiscard]] std::optional<std::string> sectors_of(const atom& a, const code_list& list) const;
    [[nodiscard]] std::vector<std::string> values_of(const atom& a) const;
    [[nodiscard]] std::string listed(const std::vector<std::string>& words) const;

    const pack& pack_;
    std::string language_;
};

} // namespace brukerplan::detail

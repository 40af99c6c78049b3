// Texts by key, in several languages, with plain placeholders. For messages that belong to the
// library or a program and not to an instrument.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <brukerplan/instrument/text.hpp>

namespace brukerplan {

/// Replaces each `{name}` of a pattern by what `value_of(name)` gives, or by a dash when it gives
/// nothing.
[[nodiscard]] std::string
fill_placeholders(std::string_view pattern,
                  const std::function<std::optional<std::string>(std::string_view)>& value_of);

class message_catalogue {
public:
    using values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    /// Reads `{"key": {"nb": "...", "nn": "...", "en": "..."}, ...}`. The text is part of the
    /// program, so a fault in it is a programming error (std::logic_error).
    explicit message_catalogue(std::string_view json);

    /// The text of a key in a language, falling back to `nb`; an unknown key is a programming error
    /// (std::logic_error).
    [[nodiscard]] std::string format(std::string_view key, std::string_view language,
                                     values parameters = {}) const;

private:
    std::vector<std::pair<std::string, text>> entries_; // sorted by key
};

} // namespace brukerplan

// A short text in several languages.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace brukerplan {

/// Falls back to bokmal (`nb`), the one language that every text has.
class text {
public:
    text() = default;

    void set(std::string language, std::string value) {
        entries_.emplace_back(std::move(language), std::move(value));
    }

    /// Borrowed from this text. Empty only when the text has no entries at all.
    [[nodiscard]] std::string_view in(std::string_view language) const noexcept {
        std::string_view fallback;
        for (const auto& [name, value] : entries_) {
            if (name == language) {
                return value;
            }
            if (name == "nb") {
                fallback = value;
            }
        }
        return fallback;
    }

    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& entries() const noexcept {
        return entries_;
    }

private:
    std::vector<std::pair<std::string, std::string>> entries_;
};

} // namespace brukerplan

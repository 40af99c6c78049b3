#include <brukerplan/instrument/message_catalogue.hpp>

#include <algorithm>
#include <stdexcept>

#include <boost/json.hpp>

namespace brukerplan {

std::string
fill_placeholders(std::string_view pattern,
                  const std::function<std::optional<std::string>(std::string_view)>& value_of) {
    std::string result;
    while (true) {
        const auto open = pattern.find('{');
        const auto close = open == pattern.npos ? open : pattern.find('}', open);
        if (close == pattern.npos) {
            return result += pattern;
        }
        result += pattern.substr(0, open);
        const auto value = value_of(pattern.substr(open + 1, close - open - 1));
        result += value && !value->empty() ? *value : "-";
        pattern.remove_prefix(close + 1);
    }
}

message_catalogue::message_catalogue(std::string_view json) {
    boost::system::error_code failure;
    const auto document = boost::json::parse({json.data(), json.size()}, failure);
    if (failure || !document.is_object()) {
        throw std::logic_error("a message catalogue is not a JSON object");
    }
    for (const auto& member : document.get_object()) {
        text entry;
        for (const auto& [language, words] : member.value().as_object()) {
            entry.set(std::string{language}, std::string{words.as_string()});
        }
        entries_.emplace_back(std::string{member.key()}, std::move(entry));
    }
    std::sort(entries_.begin(), entries_.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
}

std::string message_catalogue::format(std::string_view key, std::string_view language,
                                      values parameters) const {
    const auto at =
        std::lower_bound(entries_.begin(), entries_.end(), key,
                         [](const auto& entry, std::string_view k) { return entry.first < k; });
    if (at == entries_.end() || at->first != key) {
        throw std::logic_error("no message has the key " + std::string{key});
    }
    return fill_placeholders(at->second.in(language),
                             [&](std::string_view name) -> std::optional<std::string> {
                                 for (const auto& [known, value] : parameters) {
                                     if (known == name) {
                                         return std::string{value};
                                     }
                                 }
                                 return std::nullopt;
                             });
}

} // namespace brukerplan

#include "report/document_parts.hpp"

#include <algorithm>
#include <utility>

#include "report/clean_text.hpp"
#include "report/report_fault.hpp"

namespace brukerplan::detail {

boost::json::value parse_document(std::string_view json, std::string_view format) {
    boost::system::error_code ec;
    auto value = boost::json::parse({json.data(), json.size()}, ec);
    if (ec) {
        stop_report(report_error_code::not_json, "the document is not JSON: " + ec.message());
    }
    const auto* root = value.if_object();
    const auto* own = root == nullptr ? nullptr : root->if_contains("format");
    if (own == nullptr || !own->is_string() || own->get_string() != format) {
        const auto kind = std::string{format.substr(format.find('/') + 1)};
        stop_report(report_error_code::not_a_report,
                    "not a " + kind + ": \"format\" must be \"" + std::string{format} + "\"");
    }
    const auto* version = root->if_contains("version");
    if (version == nullptr || !version->is_int64() || version->get_int64() != 1) {
        stop_report(report_error_code::unknown_version,
                    "this library renders documents of version 1 only");
    }
    return value;
}

std::string line(const json_node& node) {
    return clean_text(node.string());
}

std::string name(const json_node& node) {
    auto value = line(node);
    if (value.empty()) {
        node.fail("this must not be empty");
    }
    return value;
}

bool is_null(const json_node& parent, std::string_view key) {
    static_cast<void>(parent[key]); // must be there
    return parent.object().at(key).is_null();
}

bool is_identifier(std::string_view value) {
    return !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

std::int32_t count(const json_node& node) {
    const auto value = node.integer();
    if (value < 0) {
        node.fail("a count cannot be negative");
    }
    return value;
}

std::size_t one_of(const json_node& node, std::span<const std::string_view> tokens) {
    const auto at = std::find(tokens.begin(), tokens.end(), node.string());
    if (at == tokens.end()) {
        std::string known;
        for (const auto token : tokens) {
            known += (known.empty() || token.empty() ? "" : ", ") + std::string{token};
        }
        node.fail("this must be one of: " + known);
    }
    return static_cast<std::size_t>(at - tokens.begin());
}

std::optional<date> optional_date(const json_node& parent, std::string_view key) {
    if (is_null(parent, key)) {
        return std::nullopt;
    }
    const auto node = parent[key];
    const auto value = node.string();
    const auto day = value.size() == 10 && value[4] == '-' ? parse_date(value) : std::nullopt;
    if (!day) {
        node.fail("a date YYYY-MM-DD or null is needed here");
    }
    return day;
}

text localized(const json_node& node) {
    text result;
    node.each_member([&](std::string_view language, const json_node& value) {
        if (!is_identifier(language) || language.size() > 3) {
            node.fail("a text is needed here: strings by language, such as nb, nn and en");
        }
        if (auto words = line(value); !words.empty()) {
            result.set(std::string{language}, std::move(words));
        }
    });
    if (result.in("nb").empty()) { // in() falls back to nb, so nothing means that nb is missing
        node.fail("the text lacks nb");
    }
    return result;
}

std::string line_or_null(const json_node& parent, std::string_view key) {
    return is_null(parent, key) ? std::string{} : line(parent[key]);
}

} // namespace brukerplan::detail

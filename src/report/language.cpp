#include "report/language.hpp"

#include <array>
#include <utility>

#include <embedded_report.hpp>

namespace brukerplan::detail {

namespace {

/// What the report says, and what the page of findings says besides.
struct catalogue_files {
    std::string_view language;
    const std::string_view* report;
    const std::string_view* findings;
};

constexpr std::array<catalogue_files, 3> catalogues{{
    {"nb", &embedded::texts_nb, &embedded::findings_nb},
    {"nn", &embedded::texts_nn, &embedded::findings_nn},
    {"en", &embedded::texts_en, &embedded::findings_en},
}};

[[noreturn]] void broken(std::string_view what) {
    stop_report(report_error_code::resource, "text catalogue: " + std::string{what});
}

boost::json::object parse_catalogue(std::string_view json) {
    boost::system::error_code ec;
    auto value = boost::json::parse({json.data(), json.size()}, ec);
    if (ec || !value.is_object()) {
        broken("not a JSON object");
    }
    return std::move(value.get_object());
}

boost::json::object read_catalogue(std::string_view code) {
    for (const auto& files : catalogues) {
        if (files.language != code) {
            continue;
        }
        auto catalogue = parse_catalogue(*files.report);
        for (auto& group : parse_catalogue(*files.findings)) {
            if (auto* texts = group.value().if_object()) {
                auto& into = catalogue[group.key()];
                if (!into.is_object()) {
                    into.emplace_object();
                }
                into.get_object().insert(texts->begin(), texts->end());
            }
        }
        return catalogue;
    }
    stop_report(report_error_code::unknown_language, "the languages of a report are nb, nn and en");
}

std::string string_at(const boost::json::object& object, std::string_view key) {
    const auto* found = object.if_contains(key);
    if (found == nullptr || !found->is_string()) {
        broken("no text " + std::string{key});
    }
    return std::string{found->get_string()};
}

boost::json::object object_at(const boost::json::object& object, std::string_view key) {
    const auto* found = object.if_contains(key);
    if (found == nullptr || !found->is_object()) {
        broken("no object " + std::string{key});
    }
    return found->get_object();
}

} // namespace

report_language::report_language(std::string_view code)
    : code_(code), catalogue_(read_catalogue(code)), texts_(object_at(catalogue_, "texts")),
      messages_(object_at(catalogue_, "messages")), locale_(string_at(catalogue_, "locale")),
      numbers_(locale_) {}

std::string report_language::text_of(std::string_view key) const {
    return string_at(texts_, key);
}

std::optional<std::string> report_language::find_in(std::string_view group,
                                                    std::string_view key) const {
    const auto* texts = catalogue_.if_contains(group);
    if (texts == nullptr || !texts->is_object() || !texts->get_object().contains(key)) {
        return std::nullopt;
    }
    return string_at(texts->get_object(), key);
}

std::string_view report_language::shown_in(const text& words) const {
    for (const auto& [language, value] : words.entries()) {
        if (language == code_) {
            return code_;
        }
    }
    return "nb";
}

message_formatter report_language::open_message(std::string_view key) const {
    const auto pattern = to_utf16(string_at(messages_, key));
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    message_formatter result{umsg_open(pattern.data(), static_cast<std::int32_t>(pattern.size()),
                                       locale_.c_str(), &where, &status)};
    check_icu(status);
    return result;
}

} // namespace brukerplan::detail

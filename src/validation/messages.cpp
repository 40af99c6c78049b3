#include <algorithm>
#include <optional>

#include <brukerplan/instrument/message_catalogue.hpp>
#include <brukerplan/model/domain.hpp>
#include <brukerplan/validation/validator.hpp>

namespace brukerplan {

namespace {

/// What stands in for a placeholder, or nothing when it is not known.
class placeholder_values {
public:
    placeholder_values(const finding& f, const pack& instrument, std::string_view language)
        : finding_(f), pack_(instrument), language_(language) {}

    [[nodiscard]] std::optional<std::string> operator()(std::string_view name) const {
        if (name == "field") {
            return finding_.field == finding::no_field ? std::nullopt
                                                       : std::optional{label(finding_.field)};
        }
        if (name == "related") {
            return related();
        }
        for (const auto& p : finding_.parameters) {
            if (p.name == name) {
                return words(p);
            }
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] std::string label(std::size_t field) const {
        return std::string{pack_.fields[field].label.in(language_)};
    }
    [[nodiscard]] std::string related() const {
        std::vector<std::string> labels;
        for (const auto f : related_fields(finding_, pack_)) {
            labels.push_back(label(f));
        }
        return joined(labels);
    }
    [[nodiscard]] std::string cause_label(const std::string& token) const {
        const auto* causes = pack_.find_list("number_cause");
        const auto at = causes != nullptr ? causes->find(token) : std::nullopt;
        return at ? std::string{causes->codes[*at].label.in(language_)} : token;
    }
    [[nodiscard]] static std::string joined(const std::vector<std::string>& words) {
        std::string result;
        for (const auto& w : words) {
            result += (result.empty() ? "" : ", ") + w;
        }
        return result;
    }
    [[nodiscard]] std::string words(const finding_parameter& p) const {
        if (const auto* number = std::get_if<std::int64_t>(&p.value)) {
            return std::to_string(*number);
        }
        if (const auto* word = std::get_if<std::string>(&p.value)) {
            return p.name == "cause" ? cause_label(*word) : *word;
        }
        auto list = std::get<std::vector<std::string>>(p.value);
        if (p.name == "domains") {
            for (auto& token : list) {
                const auto at = std::find(domain_tokens.begin(), domain_tokens.end(), token);
                const auto* f = pack_.field_of(static_cast<role>(at - domain_tokens.begin()));
                token = f != nullptr ? std::string{f->label.in(language_)} : token;
            }
        }
        return joined(list);
    }

    const finding& finding_;
    const pack& pack_;
    std::string_view language_;
};

} // namespace

std::string message_of(const finding& f, const pack& instrument, std::string_view language) {
    const auto& r = instrument.rules[f.rule];
    return fill_placeholders(r.message.in(language), placeholder_values{f, instrument, language});
}

std::string action_of(const finding& f, const pack& instrument, std::string_view language) {
    const auto& r = instrument.rules[f.rule];
    return fill_placeholders(r.action.in(language), placeholder_values{f, instrument, language});
}

} // namespace brukerplan

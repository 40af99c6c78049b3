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
    placeholder_values(const pack& instrument, const rule& r, std::size_t subject,
                       const std::vector<finding_parameter>& parameters, std::string_view language)
        : pack_(instrument), rule_(r), subject_(subject), parameters_(parameters),
          language_(language) {}

    [[nodiscard]] std::optional<std::string> operator()(std::string_view name) const {
        if (name == "field") {
            return subject_ == finding::no_field ? std::nullopt : std::optional{label(subject_)};
        }
        if (name == "related") {
            return related();
        }
        for (const auto& p : parameters_) {
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
        for (const auto f : rule_.fields) {
            if (f != subject_) {
                labels.push_back(label(f));
            }
        }
        return joined(labels);
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
            return *word;
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

    const pack& pack_;
    const rule& rule_;
    std::size_t subject_;
    const std::vector<finding_parameter>& parameters_;
    std::string_view language_;
};

} // namespace

std::string message_of(const finding& f, const pack& instrument, std::string_view language) {
    const auto& r = instrument.rules[f.rule];
    return fill_placeholders(r.message.in(language), placeholder_values{instrument, r, f.field, f.parameters, language});
}

std::string action_of(const finding& f, const pack& instrument, std::string_view language) {
    const auto& r = instrument.rules[f.rule];
    return fill_placeholders(r.action.in(language), placeholder_values{instrument, r, f.field, f.parameters, language});
}

} // namespace brukerplan

// A strict little reader of markup: every element closed in order, every attribute quoted and given
// once, every ampersand the start of a character reference. Enough for HTML written as XML.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace report_fixture {

struct markup {
    std::string fault; ///< empty when the text is well-formed
    std::vector<std::string> tags;
    std::vector<std::pair<std::string, std::string>> attributes;

    [[nodiscard]] std::vector<std::string> values_of(std::string_view attribute) const {
        std::vector<std::string> values;
        for (const auto& [name, value] : attributes) {
            if (name == attribute) {
                values.push_back(value);
            }
        }
        return values;
    }
};

class markup_reader {
public:
    explicit markup_reader(std::string_view text) : rest_(text) {}

    markup read() {
        while (result_.fault.empty() && !rest_.empty()) {
            if (rest_.front() == '<') {
                read_tag();
            } else {
                const auto end = std::min(rest_.find('<'), rest_.size());
                check_text(rest_.substr(0, end));
                rest_.remove_prefix(end);
            }
        }
        if (result_.fault.empty() && !open_.empty()) {
            result_.fault = "not closed: " + open_.back();
        }
        return result_;
    }

private:
    void check_text(std::string_view text) {
        for (auto at = text.find('&'); at != text.npos; at = text.find('&', at + 1)) {
            const auto name = text.substr(at + 1, text.find(';', at) - at - 1);
            static const std::set<std::string_view> known{"amp", "lt", "gt", "quot", "#39"};
            if (!known.contains(name)) {
                result_.fault = "a bare ampersand";
            }
        }
        if (!open_.empty() && open_.back() != "style" && text.find('>') != text.npos) {
            result_.fault = "a bare >";
        }
    }

    void read_tag() {
        const auto end = rest_.find('>');
        if (end == rest_.npos) {
            result_.fault = "a tag without end";
            return;
        }
        auto tag = rest_.substr(1, end - 1);
        rest_.remove_prefix(end + 1);
        if (tag == "!DOCTYPE html") {
            return;
        }
        if (tag.starts_with('/')) {
            tag.remove_prefix(1);
            if (open_.empty() || open_.back() != tag) {
                result_.fault = "closed out of order: " + std::string{tag};
                return;
            }
            open_.pop_back();
            return;
        }
        const bool empty = tag.ends_with('/');
        if (empty) {
            tag.remove_suffix(1);
        }
        const std::string name{tag.substr(0, tag.find(' '))};
        tag.remove_prefix(name.size());
        result_.tags.push_back(name);
        read_attributes(tag);
        if (!empty && name != "meta") {
            open_.push_back(name);
        }
    }

    void read_attributes(std::string_view text) {
        std::set<std::string> seen;
        while (!text.empty()) {
            if (text.front() != ' ') {
                result_.fault = "no space before an attribute";
                return;
            }
            text.remove_prefix(1);
            const auto equals = text.find("=\"");
            const auto end = equals == text.npos ? text.npos : text.find('"', equals + 2);
            if (end == text.npos) {
                result_.fault = "an attribute without quotes: " + std::string{text};
                return;
            }
            const std::string name{text.substr(0, equals)};
            const std::string value{text.substr(equals + 2, end - equals - 2)};
            if (!seen.insert(name).second) {
                result_.fault = "an attribute given twice: " + name;
            }
            if (value.find('<') != value.npos) {
                result_.fault = "a bare < in " + name;
            }
            check_text(value);
            result_.attributes.emplace_back(name, value);
            text.remove_prefix(end + 1);
        }
    }

    std::string_view rest_;
    std::vector<std::string> open_;
    markup result_;
};

inline markup read_markup(std::string_view text) {
    return markup_reader{text}.read();
}

} // namespace report_fixture

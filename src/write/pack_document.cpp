#include <brukerplan/write/pack_document.hpp>

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <vector>

#include "write/pack_facts.hpp"

namespace brukerplan {

namespace {

using detail::as_code;
using detail::joined;
using detail::pack_part;
using detail::pack_words;

/// An anchor that no heading has by itself.
std::string anchor_of(std::string_view kind, std::string_view name) {
    auto anchor = std::string{kind} + "-" + std::string{name};
    std::replace_if(
        anchor.begin(), anchor.end(), [](char c) { return c == '/' || c == '_'; }, '-');
    return anchor;
}

/// A heading that is a rule's code, as Markdown makes it an anchor.
std::string anchor_of(const rule& r) {
    std::string anchor = r.code;
    std::transform(anchor.begin(), anchor.end(), anchor.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; });
    return anchor;
}

std::string link(const std::string& words, const std::string& anchor) {
    return "[" + words + "](#" + anchor + ")";
}

class document_page {
public:
    document_page(const pack& instrument, std::string_view language)
        : pack_(instrument), words_(instrument, language) {}

    std::string write() {
        const auto whole = part_of_whole(words_);
        page_ = "# " + whole.name + "\n\n> " + whole.summary + "\n\n";
        write_facts(whole);
        write_contents();
        write_grounds();
        write_fields();
        write_lists();
        write_services();
        write_rules();
        write_schemes();
        page_ += "\n" + words_.label("written_by") + "\n";
        return std::move(page_);
    }

private:
    [[nodiscard]] bool has_unasked() const {
        return std::any_of(pack_.fields.begin(), pack_.fields.end(),
                           [](const field& f) { return !f.asked; });
    }
    [[nodiscard]] bool has_person_rules() const {
        return std::any_of(pack_.rules.begin(), pack_.rules.end(), is_about_person);
    }
    static bool is_about_person(const rule& r) { return r.kind == rule_kind::person; }
    [[nodiscard]] static bool has_services(const code_list& list) {
        return std::any_of(list.codes.begin(), list.codes.end(),
                           [](const code& c) { return !c.sector.empty(); });
    }

    void anchor(const std::string& name) { page_ += "<a id=\"" + name + "\"></a>\n"; }
    void heading(std::string_view key) {
        page_ += "\n";
        anchor(std::string{key.substr(key.find('.') + 1)});
        page_ += "\n## " + title(key) + "\n\n";
    }
    [[nodiscard]] std::string title(std::string_view key) const {
        return words_.label(key, {{"year", std::to_string(pack_.year)}});
    }
    void row(std::initializer_list<std::string> cells) {
        page_ += "|";
        for (const auto& cell : cells) {
            page_ += " " + cell + " |";
        }
        page_ += "\n";
    }
    void header(std::initializer_list<std::string_view> facts) {
        page_ += "|";
        for (const auto fact : facts) {
            page_ += " " + words_.label("fact." + std::string{fact}) + " |";
        }
        page_ += "\n|";
        for (std::size_t i = 0; i < facts.size(); ++i) {
            page_ += "---|";
        }
        page_ += "\n";
    }
    void line(const std::string& name, const std::string& value) {
        page_ += "- " + name + ": " + value + "\n";
    }
    void write_facts(const pack_part& part) {
        for (const auto& fact : part.facts) {
            if (fact.values.size() == 1) {
                line(fact.name, fact.values.front());
                continue;
            }
            page_ += "- " + fact.name + ":\n";
            for (const auto& value : fact.values) {
                page_ += "  - " + value + "\n";
            }
        }
    }

    void write_contents() {
        page_ += "\n**" + words_.label("heading.contents") + "**\n\n";
        for (const std::string_view key :
             {"heading.grounds", "heading.fields", "heading.not_asked", "heading.lists",
              "heading.services", "heading.rules", "heading.person_rules", "contents.rule_codes",
              "heading.schemes"}) {
            const bool there = key == "heading.not_asked"      ? has_unasked()
                               : key == "heading.person_rules" ? has_person_rules()
                                                               : true;
            if (there) {
                page_ += "- " + link(title(key), std::string{key.substr(key.find('.') + 1)}) + "\n";
            }
        }
    }

    void write_grounds() {
        heading("heading.grounds");
        page_ += words_.label("intro.grounds") + "\n\n";
        for (const auto g : {ground::seed, ground::law, ground::public_text, ground::ours}) {
            line(words_.ground_of(g), words_.label("ground." + std::string{token_of(g)} + ".what"));
        }
    }

    void write_fields() {
        heading("heading.fields");
        write_field_table(true);
        for (const auto& f : pack_.fields) {
            if (f.asked) {
                write_field(f);
            }
        }
        if (!has_unasked()) {
            return;
        }
        heading("heading.not_asked");
        page_ += words_.label("intro.not_asked") + "\n\n";
        write_field_table(false);
        for (const auto& f : pack_.fields) {
            if (!f.asked) {
                write_field(f);
            }
        }
    }
    void write_field_table(bool asked) {
        header({"field", "column", "required", "ground"});
        for (const auto& f : pack_.fields) {
            if (f.asked == asked) {
                row({field_link(f), words_.column_of(f), words_.label(f.required ? "yes" : "no"),
                     words_.ground_of(f.ground)});
            }
        }
    }
    [[nodiscard]] std::string field_link(const field& f) const {
        return link(words_.of(f.label), anchor_of("field", f.name));
    }
    void write_field(const field& f) {
        const auto part = part_of(f, words_);
        page_ += "\n";
        anchor(anchor_of("field", f.name));
        page_ += "\n### " + part.name + "\n\n" + part.summary + "\n\n";
        write_facts(part);
        if (const auto* list = pack_.list_of(f)) {
            line(words_.label("heading.codes"), codes_in_line(*list));
        }
        const auto index = static_cast<std::size_t>(&f - pack_.fields.data());
        std::vector<std::string> rules;
        for (const auto& r : pack_.rules) {
            if (std::find(r.fields.begin(), r.fields.end(), index) != r.fields.end()) {
                rules.push_back(link(r.code, anchor_of(r)));
            }
        }
        if (!rules.empty()) {
            line(words_.label("fact.rules"), joined(rules, ", "));
        }
    }
    /// Short lists in full, long ones as a link.
    [[nodiscard]] std::string codes_in_line(const code_list& list) const {
        constexpr std::size_t most = 12;
        if (list.codes.size() > most) {
            return link(as_code(list.name), anchor_of("list", list.name));
        }
        std::vector<std::string> codes;
        for (const auto* some : {&list.codes, &list.alone}) {
            for (const auto& c : *some) {
                codes.push_back(as_code(c.token) + " " + words_.of(c.label));
            }
        }
        return joined(codes, ", ");
    }

    void write_lists() {
        heading("heading.lists");
        page_ += words_.label("intro.lists") + "\n";
        for (const auto& list : pack_.code_lists) {
            if (!has_services(list)) {
                begin_list(list);
                write_codes(list, list.codes);
                write_codes(list, list.alone);
            }
        }
    }
    [[nodiscard]] static bool has_numbers(const code_list& list) {
        return std::any_of(list.codes.begin(), list.codes.end(),
                           [](const code& c) { return c.number.has_value(); });
    }
    void begin_list(const code_list& list) {
        page_ += "\n";
        anchor(anchor_of("list", list.name));
        page_ += "\n### " + as_code(list.name) + "\n\n";
        std::vector<std::string> users;
        for (const auto& f : pack_.fields) {
            if (pack_.list_of(f) == &list) {
                users.push_back(field_link(f));
            }
        }
        if (!users.empty()) {
            line(words_.label("fact.used_by"), joined(users, ", "));
        }
        line(words_.label("fact.ground"), words_.ground_of(list.ground));
        page_ += "\n";
        if (has_numbers(list)) {
            header({"code", "title", "number"});
        } else {
            header({"code", "title"});
        }
    }
    void write_codes(const code_list& list, const std::vector<code>& codes) {
        for (const auto& c : codes) {
            if (has_numbers(list)) {
                row({as_code(c.token), words_.of(c.label),
                     c.number ? std::to_string(*c.number) : ""});
            } else {
                row({as_code(c.token), words_.of(c.label)});
            }
        }
    }

    void write_services() {
        heading("heading.services");
        const auto* sectors = pack_.find_list("sector");
        for (const auto& list : pack_.code_lists) {
            if (!has_services(list) || sectors == nullptr) {
                continue;
            }
            begin_list(list);
            for (const auto& sector : sectors->codes) {
                row({"", "**" + words_.of(sector.label) + "**"});
                std::vector<code> services;
                std::copy_if(list.codes.begin(), list.codes.end(), std::back_inserter(services),
                             [&](const code& c) { return c.sector == sector.token; });
                write_codes(list, services);
            }
            write_codes(list, list.alone);
        }
    }

    template <class Choice>
    void write_rule_table(Choice wanted) {
        header({"code", "rule", "severity", "ground"});
        for (const auto& r : pack_.rules) {
            if (wanted(r)) {
                row({link(r.code, anchor_of(r)), words_.of(r.title), words_.severity_of(r.severity),
                     words_.ground_of(r.ground)});
            }
        }
    }
    void write_rules() {
        heading("heading.rules");
        page_ += words_.label("intro.rules") + "\n\n";
        write_rule_table([](const rule& r) { return !is_about_person(r); });
        if (has_person_rules()) {
            heading("heading.person_rules");
            page_ += words_.label("intro.person_rules") + "\n\n";
            write_rule_table(is_about_person);
        }
        heading("contents.rule_codes");
        page_ += words_.label("intro.example") + "\n";
        for (const auto& r : pack_.rules) {
            const auto part = part_of(r, words_);
            page_ += "\n### " + part.key + "\n\n**" + part.name + "**\n\n";
            write_facts(part);
            std::vector<std::string> fields;
            for (const auto f : words_.fields_of(r)) {
                fields.push_back(field_link(pack_.fields[f]));
            }
            if (!fields.empty()) {
                line(words_.label("fact.fields"), joined(fields, ", "));
            }
        }
    }

    void write_schemes() {
        heading("heading.schemes");
        std::string_view separator;
        for (const auto& s : pack_.schemes) {
            const auto part = part_of(s, words_);
            page_ += separator;
            anchor(anchor_of("scheme", s.id));
            page_ += "\n### " + part.key + "\n\n" + part.name + "\n\n";
            write_facts(part);
            separator = "\n";
        }
    }

    const pack& pack_;
    pack_words words_;
    std::string page_;
};

} // namespace

std::string pack_document(const pack& instrument, std::string_view language) {
    return document_page{instrument, language}.write();
}

} // namespace brukerplan

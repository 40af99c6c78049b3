// The terms and paragraphs at the end of a page (templates/about.mustache).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/page.hpp"

namespace brukerplan::detail {

class about_list {
public:
    explicit about_list(const report_language& language) : language_(language) {}

    void add(const std::string& term, const std::vector<std::string>& paragraphs,
             const kainjow::mustache::data& id = kainjow::mustache::data{false}) {
        kainjow::mustache::data item;
        item.set("term", language_.text_of(term));
        item.set("id", id);
        item.set("paragraphs", string_list("paragraph", paragraphs));
        items_ << item;
    }
    /// A term whose paragraph is the text `<term>_text` of the catalogue.
    void add(const std::string& term) { add(term, {language_.text_of(term + "_text")}); }

    /// A choice that the document names by an id: what the catalogue says of it, or who chose it.
    void add_choice(const std::string& term, std::string_view group, const std::string& id) {
        const auto known = language_.find_in(group, id);
        add(term, {known ? *known : language_.text_of("chosen_by_author")},
            kainjow::mustache::data{id});
    }

    [[nodiscard]] const kainjow::mustache::data& items() const noexcept { return items_; }

private:
    const report_language& language_;
    kainjow::mustache::data items_{kainjow::mustache::data::type::list};
};

} // namespace brukerplan::detail

#include <brukerplan/write/pack_difference.hpp>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "write/pack_facts.hpp"

namespace brukerplan {

namespace {

using detail::joined;
using detail::pack_fact;
using detail::pack_part;
using detail::pack_words;

const pack_part* part_of_key(const std::vector<pack_part>& parts, std::string_view key) {
    const auto at = std::find_if(parts.begin(), parts.end(),
                                 [&](const pack_part& part) { return part.key == key; });
    return at == parts.end() ? nullptr : &*at;
}

const std::vector<std::string>& values_of(const pack_part& part, std::string_view fact) {
    static const std::vector<std::string> none;
    const auto at = std::find_if(part.facts.begin(), part.facts.end(),
                                 [&](const pack_fact& f) { return f.name == fact; });
    return at == part.facts.end() ? none : at->values;
}

/// The names of the facts of both, in the order of the newer.
std::vector<std::string> names_of_facts(const pack_part& older, const pack_part& newer) {
    std::vector<std::string> names;
    for (const auto* part : {&newer, &older}) {
        for (const auto& f : part->facts) {
            if (std::find(names.begin(), names.end(), f.name) == names.end()) {
                names.push_back(f.name);
            }
        }
    }
    return names;
}

/// Those of `values` that `others` lack.
std::vector<std::string> lacking_in(const std::vector<std::string>& others,
                                    const std::vector<std::string>& values) {
    std::vector<std::string> left;
    std::copy_if(values.begin(), values.end(), std::back_inserter(left), [&](const auto& value) {
        return std::find(others.begin(), others.end(), value) == others.end();
    });
    return left;
}

class difference_page {
public:
    difference_page(const pack& older, const pack& newer, std::string_view language)
        : older_(older, language), newer_(newer, language) {}

    std::string write() {
        const auto before = part_of_whole(older_);
        const auto after = part_of_whole(newer_);
        page_ = "# " +
                newer_.label("difference.title", {{"older", before.name}, {"newer", after.name}}) +
                "\n";
        const auto empty = page_.size();
        section("heading.pack", {whole(older_)}, {whole(newer_)});
        section("heading.fields", described(older_), described(newer_));
        section("heading.codes", code_parts(older_), code_parts(newer_));
        section("heading.rules", titled(rule_parts(older_), older_),
                titled(rule_parts(newer_), newer_));
        section("heading.schemes", titled(scheme_parts(older_), older_),
                titled(scheme_parts(newer_), newer_));
        if (page_.size() == empty) {
            page_ += "\n" + newer_.label("difference.none") + "\n";
        }
        return std::move(page_);
    }

private:
    static pack_part whole(const pack_words& words) {
        auto part = part_of_whole(words);
        part.facts.insert(part.facts.begin(), {words.label("fact.title"), {part.name}});
        part.facts.push_back({words.label("fact.note"), {part.summary}});
        part.key.clear(); // the two are one part, whatever their ids
        return part;
    }
    static std::vector<pack_part> described(const pack_words& words) {
        auto parts = field_parts(words);
        for (auto& part : parts) {
            part.facts.push_back({words.label("fact.description"), {part.summary}});
        }
        return titled(std::move(parts), words);
    }
    /// The title is a fact like the others, and the key goes with the name.
    static std::vector<pack_part> titled(std::vector<pack_part> parts, const pack_words& words) {
        for (auto& part : parts) {
            part.facts.insert(part.facts.begin(), {words.label("fact.title"), {part.name}});
            part.name = detail::as_code(part.key) + " " + part.name;
        }
        return parts;
    }

    void section(std::string_view heading, const std::vector<pack_part>& before,
                 const std::vector<pack_part>& after) {
        std::string changed;
        for (const auto& part : after) {
            const auto* older = part_of_key(before, part.key);
            if (older != nullptr && older->facts != part.facts) {
                changed += changes(*older, part);
            }
        }
        const auto text = listed("difference.added", after, before) +
                          listed("difference.removed", before, after) +
                          (changed.empty() ? changed : subheading("difference.changed") + changed);
        if (!text.empty()) {
            page_ += "\n## " + newer_.label(heading) + "\n" + text;
        }
    }

    [[nodiscard]] std::string subheading(std::string_view key) const {
        return "\n### " + newer_.label(key) + "\n\n";
    }

    /// Those that the others lack.
    [[nodiscard]] std::string listed(std::string_view key, const std::vector<pack_part>& parts,
                                     const std::vector<pack_part>& others) const {
        std::string text;
        for (const auto& part : parts) {
            if (part_of_key(others, part.key) == nullptr) {
                text += "- " + part.name + ": " + part.summary + "\n";
            }
        }
        return text.empty() ? text : subheading(key) + text;
    }

    [[nodiscard]] std::string changes(const pack_part& older, const pack_part& newer) const {
        std::string text = "- " + newer.name + "\n";
        for (const auto& name : names_of_facts(older, newer)) {
            const auto& before = values_of(older, name);
            const auto& after = values_of(newer, name);
            if (before == after) {
                continue;
            }
            const auto only_before = lacking_in(after, before);
            const auto only_after = lacking_in(before, after);
            const bool partly = only_before.size() < before.size() && only_before != only_after;
            text += "  - " + (partly ? newer_.label("difference.only", {{"fact", name}}) : name) +
                    "\n" + side(older_, partly ? only_before : before) +
                    side(newer_, partly ? only_after : after);
        }
        return text;
    }

    [[nodiscard]] std::string side(const pack_words& words,
                                   const std::vector<std::string>& values) const {
        const auto shown =
            values.empty() ? newer_.label("difference.nothing_there") : joined(values, "; ");
        return "    - " + detail::as_code(words.instrument().id) + ": " + shown + "\n";
    }

    pack_words older_;
    pack_words newer_;
    std::string page_;
};

} // namespace

std::string pack_difference(const pack& older, const pack& newer, std::string_view language) {
    return difference_page{older, newer, language}.write();
}

} // namespace brukerplan

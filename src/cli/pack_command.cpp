#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <brukerplan/write/code_system.hpp>
#include <brukerplan/write/pack_difference.hpp>
#include <brukerplan/write/pack_document.hpp>

#include "cli/commands.hpp"
#include "write/listing.hpp"

namespace brukerplan::cli {

namespace {

constexpr std::array<std::string_view, 8> listed_columns{"id",      "year",   "edition", "title",
                                                         "extends", "fields", "rules",   "schemes"};

std::ptrdiff_t fields_asked(const pack& p) {
    return std::count_if(p.fields.begin(), p.fields.end(), [](const field& f) { return f.asked; });
}

exit_code written(const session& s, const std::string& path, const std::string& text) {
    output out{s, path};
    out.write(text);
    out.finish();
    return exit_code::done;
}

} // namespace

exit_code run_pack_list(const session& s, const pack_options&) {
    output out{s, ""};
    detail::listing rows{s.options().format, listed_columns,
                         [&](std::string_view text) { out.write(text); }};
    for (const auto id : shipped_packs()) {
        const auto p = s.pack_named(std::string{id});
        rows.add({{"id", p->id},
                  {"year", p->year},
                  {"edition", p->edition},
                  {"title", p->title.in(s.language())},
                  {"extends", p->extends},
                  {"fields", fields_asked(*p)},
                  {"rules", p->rules.size()},
                  {"schemes", p->schemes.size()}});
    }
    rows.finish();
    out.finish();
    return exit_code::done;
}

exit_code run_pack_check(const session& s, const pack_options& options) {
    const auto p = s.pack_named(options.name);
    std::string languages;
    for (const auto* some : {&p->languages, &p->more_languages}) {
        for (const auto& language : *some) {
            languages += (languages.empty() ? "" : ", ") + language;
        }
    }
    return written(s, "",
                   s.words("pack_is_good", {{"id", p->id},
                                            {"fields", std::to_string(p->fields.size())},
                                            {"asked", std::to_string(fields_asked(*p))},
                                            {"year", std::to_string(p->year)},
                                            {"lists", std::to_string(p->code_lists.size())},
                                            {"rules", std::to_string(p->rules.size())},
                                            {"schemes", std::to_string(p->schemes.size())},
                                            {"languages", languages}}) +
                       "\n");
}

exit_code run_pack_doc(const session& s, const pack_options& options) {
    s.need_different_files({options.name, options.out});
    return written(s, options.out, pack_document(*s.pack_named(options.name), s.language()));
}

exit_code run_pack_diff(const session& s, const pack_options& options) {
    s.need_different_files({options.name, options.out});
    s.need_different_files({options.newer, options.out});
    const auto older = s.pack_named(options.name);
    const auto newer = s.pack_named(options.newer);
    return written(s, options.out, pack_difference(*older, *newer, s.language()));
}

exit_code run_pack_codesystem(const session& s, const pack_options& options) {
    s.need_different_files({options.name, options.out});
    return written(s, options.out, rule_code_system(*s.pack_named(options.name), s.language()));
}

} // namespace brukerplan::cli

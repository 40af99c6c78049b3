// The part of the library that works from headers alone: nothing is linked.
#include <cstdio>

#include <brukerplan/identity/national_id.hpp>
#include <brukerplan/model/assessment.hpp>
#include <brukerplan/model/registration.hpp>
#include <brukerplan/scoring/scheme.hpp>
#include <brukerplan/validation/rule_kinds.hpp>

using namespace brukerplan;

namespace {

/// An instrument of one question: the year, which must lie between 2020 and 2030.
pack one_question() {
    pack p;
    p.fields.emplace_back();
    p.fields.back().name = "mapping_year";
    p.fields.back().type = field_type::integer;
    p.roles.columns[index_of(role::round_mapping_year)] = 0;
    p.rules.emplace_back();
    p.rules.back().kind = rule_kind::range;
    p.rules.back().severity = severity::error;
    p.rules.back().fields = {0};
    p.rules.back().minimum = 2020;
    p.rules.back().maximum = 2030;
    return p;
}

std::size_t findings_about(const pack& p, std::int32_t year) {
    column_table table;
    table.columns.emplace_back(storage::number);
    table.columns.front().append_number(year);
    table.origins.emplace_back();
    const auto facts = facts_of(registration{table, p.roles, 0});
    rule_hits hits;
    check_rule(p.rules.front(), {p, table, 0, facts, {}}, hits);
    return hits.all().size();
}

} // namespace

int main() {
    const auto p = one_question();
    std::printf("findings: %d %d\n", static_cast<int>(findings_about(p, 2024)),
                static_cast<int>(findings_about(p, 2034)));

    const auto id = parse_national_id("15868710168", national_id_policy::every_kind());
    std::printf("number: %s\n", id && id->is_synthetic() ? "synthetic" : "not read");

    scheme_definition definition;
    definition.id = "own/1";
    definition.points = weighted_points({0, 0, 1, 2});
    definition.classes = {{index_class::green, 0}, {index_class::red, 9}};
    const scheme own{definition};
    assessment all_red;
    for (const domain d : all_domains) {
        all_red.set(d, rating::red);
    }
    std::printf("class: %s\n", token_of(own(all_red).result).data());
}

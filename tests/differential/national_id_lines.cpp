// Reads one number a line and prints what the library says of it, without repeating the number:
//
//   reason position kinds day month birth_years sex rules          separated by tabs, "-" for none
//
// For differential tests on made-up numbers only.
//
//   national_id_lines [--rule strict_1964|both] [--dates by_rule|strict|lenient]
//                     [--kinds every|real|test] [--reference-date YYYY-MM-DD]
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

#include <brukerplan/identity/national_id.hpp>

namespace {

using namespace brukerplan;

/// Sets one option of the policy; false when name or value is unknown.
bool set_option(national_id_policy& policy, std::string_view name, std::string_view value) {
    if (name == "--rule" && (value == "strict_1964" || value == "both")) {
        policy.rule = value == "both" ? control_rule::both : control_rule::strict_1964;
        return true;
    }
    if (name == "--dates" && (value == "by_rule" || value == "strict" || value == "lenient")) {
        policy.dates = value == "by_rule"  ? date_check::by_rule
                       : value == "strict" ? date_check::strict
                                           : date_check::lenient;
        return true;
    }
    if (name == "--kinds" && (value == "every" || value == "real" || value == "test")) {
        policy.kinds = value == "every"  ? national_number_kinds
                       : value == "real" ? real_number_kinds
                                         : synthetic_number_kinds;
        return true;
    }
    if (name == "--reference-date") {
        policy.reference_date = parse_date(value);
        return policy.reference_date.has_value();
    }
    return false;
}

std::string or_dash(std::string text) {
    return text.empty() ? "-" : text;
}

void append(std::string& list, char separator, std::string_view item) {
    if (!list.empty()) {
        list += separator;
    }
    list += item;
}

std::string join(number_kinds kinds) {
    std::string list;
    for_each_kind(kinds, [&list](number_kind kind) { append(list, '+', token_of(kind)); });
    return or_dash(list);
}

std::string line_for(std::string_view text, const national_id_policy& policy) {
    const auto parsed = parse_national_id(text, policy);
    if (!parsed) {
        const national_id_error& error = parsed.error();
        return std::string{token_of(error.reason)} + '\t' + std::to_string(error.position) + '\t' +
               join(error.kinds) + "\t-\t-\t-\t-\t-";
    }
    const national_id& id = *parsed;
    std::string years;
    for (const int year : id.birth_years()) {
        append(years, ',', std::to_string(year));
    }
    std::string rules;
    if (id.rules().rule_1964) {
        append(rules, ',', "1964");
    }
    if (id.rules().rule_2032) {
        append(rules, ',', "2032");
    }
    return "none\t-1\t" + join(id.kinds()) + '\t' + std::to_string(id.day()) + '\t' +
           std::to_string(id.month()) + '\t' + or_dash(years) + '\t' +
           std::string{token_of(id.sex())} + '\t' + rules;
}

} // namespace

int main(int argc, char** argv) {
    national_id_policy policy;
    for (int i = 1; i < argc; i += 2) {
        if (i + 1 == argc || !set_option(policy, argv[i], argv[i + 1])) {
            std::cerr << "national_id_lines: unknown option or value: " << argv[i] << '\n';
            return 2;
        }
    }
    std::ios::sync_with_stdio(false);
    std::string text;
    while (std::getline(std::cin, text)) {
        std::cout << line_for(text, policy) << '\n';
    }
    return 0;
}

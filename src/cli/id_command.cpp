#include <algorithm>
#include <string>
#include <utility>

#include <brukerplan/identity/duf_number.hpp>
#include <brukerplan/identity/national_id.hpp>
#include <brukerplan/identity/placeholder_number.hpp>

#include "cli/commands.hpp"

namespace brukerplan::cli {

namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 8> columns{"line", "valid", "kinds",  "birth_years",
                                                  "sex",  "rules", "reason", "position"};

/// What the answer to one line is made of. Never the number.
struct verdict {
    bool valid = false;
    number_kinds kinds;
    birth_year_set birth_years;
    brukerplan::sex sex = sex::unknown;
    control_rules rules;
    std::string_view reason;
    int position = -1;
};

verdict judge(std::string_view text, const national_id_policy& policy, number_kinds allowed) {
    const auto parsed = parse_national_id(text, policy);
    if (parsed) {
        return {true,         parsed->kinds(), parsed->birth_years(),
                parsed->sex(), parsed->rules(), {},
                -1};
    }
    verdict result;
    result.kinds = parsed.error().kinds;
    result.reason = token_of(parsed.error().reason);
    result.position = parsed.error().position;
    if (const auto duf = parse_duf_number(text, policy.reference_date)) {
        result.kinds = duf->kinds();
        result.position = -1;
        result.reason = token_of(national_id_reason::kind_not_allowed);
        if (!duf->control_digits_fit()) {
            result.reason = token_of(national_id_reason::both_control_digits);
            result.position = 10;
        } else if (allowed.contains(number_kind::duf)) {
            result = {true, duf->kinds(), {}, sex::unknown, {}, {}, -1};
        }
        return result;
    }
    const auto placeholder = recognise_placeholder_number(text);
    if (placeholder && allowed.contains_all(placeholder->kinds - number_kind::d_number)) {
        result = {true, placeholder->kinds, {}, sex::unknown, {}, {}, -1};
    }
    return result;
}

json::object row_of(std::uint64_t line, const verdict& v) {
    json::array kinds;
    for_each_kind(v.kinds, [&](number_kind kind) { kinds.emplace_back(token_of(kind)); });
    json::array years;
    for (const auto year : v.birth_years) {
        years.emplace_back(year);
    }
    json::array rules;
    if (v.rules.rule_1964) {
        rules.emplace_back("1964");
    }
    if (v.rules.rule_2032) {
        rules.emplace_back("2032");
    }
    json::object row;
    row["line"] = line;
    row["valid"] = v.valid;
    row["kinds"] = std::move(kinds);
    row["birth_years"] = std::move(years);
    row["sex"] = token_of(v.sex);
    row["rules"] = std::move(rules);
    row["reason"] = v.reason.empty() ? json::value{} : json::value{v.reason};
    row["position"] = v.position < 0 ? json::value{} : json::value{v.position};
    return row;
}

/// Kinds named on the command line; nothing named means what the policy of the run allows.
number_kinds allowed_kinds(const session& s, const std::vector<std::string>& names) {
    if (names.empty()) {
        return s.validation().test_numbers ? synthetic_number_kinds : real_number_kinds;
    }
    number_kinds kinds;
    for (const auto& name : names) {
        for (std::size_t i = 0; i < number_kind_count; ++i) {
            if (name == "all" || name == number_kind_tokens[i]) {
                kinds.insert(static_cast<number_kind>(i));
            }
        }
    }
    return kinds;
}

/// Calls `use(line)` for each line of standard input, without its line end. The last line counts
/// whether it is ended or not.
template <class Use>
void each_line(Use&& use) {
    std::string pending;
    std::string block(std::size_t{1} << 16U, '\0');
    while (const auto size = std::fread(block.data(), 1, block.size(), stdin)) {
        for (std::string_view rest{block.data(), size}; !rest.empty();) {
            const auto end = rest.find('\n');
            pending += rest.substr(0, end);
            if (end == rest.npos) {
                break;
            }
            rest.remove_prefix(end + 1);
            use(std::string_view{pending}.substr(0, pending.ends_with('\r') ? pending.size() - 1
                                                                            : pending.size()));
            pending.clear();
        }
    }
    if (!pending.empty()) {
        use(pending);
    }
}

} // namespace

exit_code run_id_check(const session& s, const id_check_options& options) {
    const auto allowed = allowed_kinds(s, options.allow);
    national_id_policy policy;
    policy.rule = options.rule == "1964" ? control_rule::strict_1964 : control_rule::both;
    policy.d_table = options.d_table == "old"   ? d_number_table::old_table
                     : options.d_table == "new" ? d_number_table::new_table
                                                : d_number_table::both;
    policy.kinds = allowed & national_number_kinds;
    policy.reference_date = s.validation().reference_date;
    output out{s, ""};
    detail::listing rows{s.options().format, columns,
                         [&](std::string_view text) { out.write(text); }};
    std::uint64_t line = 0;
    std::uint64_t refused = 0;
    each_line([&](std::string_view text) {
        const auto v = judge(text, policy, allowed);
        refused += v.valid ? 0 : 1;
        rows.add(row_of(++line, v));
    });
    rows.finish();
    out.finish();
    return s.options().strict && refused > 0 ? exit_code::findings : exit_code::done;
}

} // namespace brukerplan::cli

#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <brukerplan/identity/checked_number.hpp>

#include "cli/commands.hpp"
#include "write/identity_json.hpp"

namespace brukerplan::cli {

namespace {

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

std::string_view without_return(std::string_view line) {
    return line.substr(0, line.size() - (line.ends_with('\r') ? 1 : 0));
}

/// Calls `use(line)` for each line of standard input, without its line end and without a byte order
/// mark before the first. The last line counts whether it is ended or not.
template <class Use>
void each_line(Use&& use) {
    constexpr std::string_view byte_order_mark{"\xEF\xBB\xBF"};
    std::string pending;
    bool first = true;
    const auto give = [&] {
        std::string_view line = pending;
        if (first && line.starts_with(byte_order_mark)) {
            line.remove_prefix(byte_order_mark.size());
        }
        first = false;
        use(without_return(line));
        pending.clear();
    };
    std::string block(std::size_t{1} << 16U, '\0');
    while (const auto size = std::fread(block.data(), 1, block.size(), stdin)) {
        std::string_view rest{block.data(), size};
        for (auto end = rest.find('\n'); end != rest.npos; end = rest.find('\n')) {
            pending += rest.substr(0, end);
            rest.remove_prefix(end + 1);
            give();
        }
        pending += rest;
    }
    if (std::ferror(stdin) != 0) {
        throw std::system_error{errno, std::generic_category()};
    }
    if (!pending.empty()) {
        give();
    }
}

} // namespace

exit_code run_id_check(const session& s, const id_check_options& options) {
    national_id_policy policy;
    policy.rule = options.rule == "1964" ? control_rule::strict_1964 : control_rule::both;
    policy.d_table = options.d_table == "old"   ? d_number_table::old_table
                     : options.d_table == "new" ? d_number_table::new_table
                                                : d_number_table::both;
    policy.kinds = allowed_kinds(s, options.allow);
    policy.reference_date = s.validation().reference_date;
    output out{s, ""};
    detail::listing rows{s.options().format, detail::number_check_columns,
                         [&](std::string_view text) { out.write(text); }};
    std::uint64_t line = 0;
    std::uint64_t refused = 0;
    each_line([&](std::string_view text) {
        const auto check = check_number(text, policy);
        refused += check.valid ? 0 : 1;
        rows.add(detail::number_check_object(++line, check));
    });
    rows.finish();
    out.finish();
    if (options.allow.empty()) {
        s.tell_policy(finding_log{});
    }
    return s.options().strict && refused > 0 ? exit_code::findings : exit_code::done;
}

} // namespace brukerplan::cli

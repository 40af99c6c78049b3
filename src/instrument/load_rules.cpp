#include "instrument/load_rules.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace brukerplan::detail {

std::size_t field_index(const json_node& node, const pack& in) {
    const auto at = in.find_field(node.string());
    if (!at) {
        node.fail("there is no field of this name");
    }
    return *at;
}

std::size_t read_name(const json_node& node, std::span<const std::string_view> names) {
    const auto at = std::find(names.begin(), names.end(), node.string());
    if (at == names.end() || at->empty()) {
        std::string known;
        for (const auto name : names) {
            known += name.empty() ? "" : (known.empty() ? "" : ", ") + std::string{name};
        }
        node.fail("this must be one of: " + known);
    }
    return static_cast<std::size_t>(at - names.begin());
}

void read_years(const json_node& node, std::optional<int>& since, std::optional<int>& until) {
    if (node.has("since")) {
        since = node["since"].integer();
    }
    if (node.has("until")) {
        until = node["until"].integer();
    }
    if (since && until && *until < *since) {
        node["until"].fail("the last year comes before the first");
    }
}

bool within_years(int year, std::optional<int> since, std::optional<int> until) noexcept {
    return since.value_or(year) <= year && year <= until.value_or(year);
}

namespace {

/// What messages of a kind of rule are made with, besides the fields.
std::vector<std::string_view> placeholders_of(rule_kind kind) {
    switch (kind) {
    case rule_kind::row:
        return {"line", "cells", "columns"};
    case rule_kind::in_list:
        return {"nearest"};
    case rule_kind::range:
        return {"minimum", "maximum"};
    case rule_kind::national_number:
        return {"cause"};
    case rule_kind::date_in_year:
        return {"tolerance_days"};
    case rule_kind::municipality_valid:
        return {"status", "instead"};
    case rule_kind::assessed:
        return {"domains"};
    case rule_kind::not_asked:
        return {"year"};
    case rule_kind::product_at_most:
        return {"times"};
    case rule_kind::person:
        return {"rows"};
    default:
        return {};
    }
}

/// Bits of an `atom` for the field's list.
struct token_bits {
    std::uint64_t members = 0;
    std::uint8_t alone = 0;
    bool missing = false;
    bool absent = false;
};

class rule_loader {
public:
    rule_loader(const json_node& node, const pack& in) : node_(node), pack_(in) {}

    rule load() {
        node_.only_keys({"code",
                         "kind",
                         "severity",
                         "ground",
                         "fields",
                         "title",
                         "reason",
                         "message",
                         "action",
                         "fault",
                         "check",
                         "minimum",
                         "maximum",
                         "unreadable",
                         "tolerance_days",
                         "times",
                         "severity_within",
                         "municipalities",
                         "cases",
                         "when",
                         "then",
                         "on",
                         "since",
                         "until",
                         "example",
                         "example_options"});
        rule_.code = node_["code"].string();
        rule_.kind = read_enum<rule_kind>(node_["kind"], rule_kind_names);
        rule_.severity = read_enum<severity>(node_["severity"], severity_tokens);
        if ((rule_.severity == severity::fatal) != (rule_.kind == rule_kind::row)) {
            node_["severity"].fail("fatal is for rows that cannot be read, and for them alone");
        }
        rule_.ground = read_ground(node_["ground"]);
        rule_.title = read_text(node_["title"], pack_);
        rule_.reason = read_text(node_["reason"], pack_);
        rule_.message = read_text(node_["message"], pack_);
        rule_.action = read_text(node_["action"], pack_);
        read_years(node_, rule_.since, rule_.until);
        load_fields();
        load_parameters();
        load_example();
        for (const std::string_view part : {"reason", "message", "action"}) {
            check_placeholders(node_[part]);
        }
        return std::move(rule_);
    }

private:
    /// Every brace opens a placeholder that the kind of rule fills in.
    void check_placeholders(const json_node& texts) const {
        texts.each_member([&](std::string_view, const json_node& node) {
            const auto own = placeholders_of(rule_.kind);
            auto rest = node.string();
            for (auto at = rest.find_first_of("{}"); at != rest.npos;
                 at = rest.find_first_of("{}")) {
                const auto end = rest.find('}', at);
                const auto name =
                    end == rest.npos ? std::string_view{} : rest.substr(at + 1, end - at - 1);
                const bool known =
                    rest[at] == '{' && (name == "field" || name == "related" ||
                                        std::find(own.begin(), own.end(), name) != own.end());
                if (!known || name.empty()) {
                    node.fail("a rule of this kind has no such placeholder in braces");
                }
                rest.remove_prefix(end + 1);
            }
        });
    }

    void load_example() {
        for (const std::string_view key : {"example", "example_options"}) {
            if (rule_.kind == rule_kind::row && node_.has(key)) {
                node_[key].fail("no cell can break a rule about a whole row");
            }
            if (rule_.kind == rule_kind::person && node_.has(key)) {
                node_[key].fail("no cells of one row can break a rule about a person");
            }
        }
        if (node_.has("example")) {
            node_["example"].each_member([&](std::string_view name, const json_node& cell) {
                const auto at = pack_.find_field(name);
                if (!at) {
                    cell.fail("there is no field of this name");
                }
                rule_.example.emplace_back(*at, cell.string());
            });
        }
        if (node_.has("example_options")) {
            load_example_options(node_["example_options"]);
        }
    }

    void load_example_options(const json_node& node) {
        node.only_keys({"test_numbers", "reference_date", "period_first", "period_last"});
        auto& options = rule_.example_options;
        if (node.has("test_numbers")) {
            options.test_numbers = node["test_numbers"].boolean();
        }
        if (node.has("reference_date")) {
            options.reference_date = read_day(node["reference_date"]);
        }
        if (node.has("period_first")) {
            options.period_first = read_day(node["period_first"]);
        }
        if (node.has("period_last")) {
            options.period_last = read_day(node["period_last"]);
        }
    }

    static date read_day(const json_node& node) {
        const auto day = parse_date(node.string());
        if (!day) {
            node.fail("a date is needed here: YYYY-MM-DD");
        }
        return *day;
    }

    void load_fields() {
        const auto fields = node_["fields"];
        if (fields.array().size() == 1 && fields.array()[0] == "*") {
            return; // resolved once all rules are known
        }
        fields.each([&](const json_node& name, std::size_t) {
            rule_.fields.push_back(field_index(name, pack_));
        });
    }

    /// Bounds in what the cells of the fields are counted in.
    void load_bounds() {
        need_each({field_type::integer, field_type::decimal});
        const auto is_decimal = [&](std::size_t f) {
            return pack_.fields[f].type == field_type::decimal;
        };
        const auto decimals = std::count_if(rule_.fields.begin(), rule_.fields.end(), is_decimal);
        if (decimals != 0 && decimals != std::ssize(rule_.fields)) {
            node_["fields"].fail("whole numbers and decimals have bounds in rules of their own");
        }
        rule_.unit = decimals != 0 ? 1000 : 1;
        rule_.minimum = bound("minimum");
        rule_.maximum = bound("maximum");
    }
    [[nodiscard]] std::int32_t bound(std::string_view key) const {
        const auto value = std::int64_t{node_[key].integer()} * rule_.unit;
        if (value < INT32_MIN || value > INT32_MAX) {
            node_[key].fail("decimals lie between -2147483 and 2147483");
        }
        return static_cast<std::int32_t>(value);
    }

    /// Either the rule names the day, or its last field is a date.
    void need_day(std::initializer_list<field_type> types) {
        if (!node_.has("on")) {
            need_types(types);
            return;
        }
        rule_.on = read_day(node_["on"]);
        need_types({types.begin(), types.end() - 1});
    }

    void load_parameters() {
        switch (rule_.kind) {
        case rule_kind::row:
            rule_.fault = read_enum<row_fault>(node_["fault"], row_fault_tokens);
            break;
        case rule_kind::national_number:
            rule_.number = read_enum<number_check>(node_["check"], number_check_tokens);
            need_types({field_type::national_number});
            break;
        case rule_kind::assessed:
            rule_.assessed = read_enum<assessed_check>(node_["check"], assessed_check_tokens);
            need_domains("only domains can be assessed");
            break;
        case rule_kind::person:
            rule_.person = read_enum<person_check>(node_["check"], person_check_tokens);
            need_fields_of_person();
            break;
        case rule_kind::range:
            load_bounds();
            rule_.unreadable = node_.has("unreadable") && node_["unreadable"].boolean();
            break;
        case rule_kind::in_list:
            need_each({field_type::code, field_type::codes});
            break;
        case rule_kind::alone:
            need_each({field_type::codes});
            break;
        case rule_kind::identity_in_text:
            need_each({field_type::text});
            break;
        case rule_kind::date_in_year:
            rule_.tolerance_days = node_["tolerance_days"].integer();
            rule_.severity_within = read_enum<severity>(node_["severity_within"], severity_tokens);
            need_types({field_type::date, field_type::integer});
            break;
        case rule_kind::date_in_period:
        case rule_kind::not_after_reference:
            need_types({field_type::date});
            break;
        case rule_kind::agrees_with_number:
            need_agreeing_role();
            break;
        case rule_kind::municipality_valid:
            need_day({field_type::municipality, field_type::date});
            break;
        case rule_kind::district_of:
            need_day({field_type::district, field_type::municipality, field_type::date});
            break;
        case rule_kind::district_expected:
            need_types({field_type::district, field_type::municipality});
            node_["municipalities"].each([&](const json_node& code, std::size_t) {
                rule_.municipalities.emplace_back(code.string());
            });
            break;
        case rule_kind::sum_at_most:
            need_each({field_type::integer});
            break;
        case rule_kind::product_at_most:
            need_each({field_type::integer, field_type::decimal});
            rule_.times = node_["times"].integer();
            if (rule_.times < 1) {
                node_["times"].fail("a product counts at least once");
            }
            if (rule_.fields.size() < 2) {
                node_["fields"].fail("a product is of one field or more, after the first");
            }
            break;
        case rule_kind::conflict:
            node_["cases"].each(
                [&](const json_node& c, std::size_t) { rule_.cases.push_back(load_atoms(c)); });
            break;
        case rule_kind::required_when:
            rule_.cases.push_back(load_atoms(node_["when"]));
            break;
        case rule_kind::implies:
            rule_.cases.push_back(load_atoms(node_["when"]));
            rule_.then = load_atoms(node_["then"]);
            break;
        default:
            break;
        }
    }

    void need_types(std::vector<field_type> types) const {
        std::size_t i = 0;
        for (const auto type : types) {
            if (i >= rule_.fields.size() || pack_.fields[rule_.fields[i]].type != type) {
                node_["fields"].fail("the fields are not those that a rule of this kind needs");
            }
            ++i;
        }
    }

    void need_each(std::initializer_list<field_type> types) const {
        for (const auto f : rule_.fields) {
            if (std::find(types.begin(), types.end(), pack_.fields[f].type) == types.end()) {
                node_["fields"].fail("a rule of this kind is not for a field of this type");
            }
        }
    }

    void need_domains(const std::string& fault) const {
        const bool all = std::all_of(rule_.fields.begin(), rule_.fields.end(), [&](std::size_t f) {
            const auto r = pack_.fields[f].role;
            return r && index_of(*r) < domain_tokens.size();
        });
        if (rule_.fields.empty() || !all) {
            node_["fields"].fail(fault);
        }
    }

    void need_agreeing_role() const {
        const auto r = rule_.fields.empty() ? std::nullopt : pack_.fields[rule_.fields[0]].role;
        if (r != role::person_birth_year && r != role::person_sex) {
            node_["fields"].fail("only birth year and sex can agree with the number");
        }
    }

    void need_fields_of_person() const {
        switch (rule_.person) {
        case person_check::differs:
            return need_each(
                {field_type::code, field_type::integer, field_type::decimal, field_type::date});
        case person_check::opposite:
            return need_domains("only domains can be green or red");
        case person_check::category:
            return need_roles({role::problem_substance, role::problem_mental_disorder});
        case person_check::same_unit:
            return need_roles({role::source_unit});
        case person_check::other_number:
            return need_roles({role::identity_national_number});
        }
    }

    /// The fields are those of the roles, in this order.
    void need_roles(std::initializer_list<role> roles) const {
        const auto has_role = [&](std::size_t f, role r) { return pack_.fields[f].role == r; };
        if (!std::equal(rule_.fields.begin(), rule_.fields.end(), roles.begin(), roles.end(),
                        has_role)) {
            std::string names;
            for (const role r : roles) {
                names += (names.empty() ? "" : ", ") + std::string{name_of(r)};
            }
            node_["fields"].fail("this check needs the fields with these roles: " + names);
        }
    }

    std::vector<atom> load_atoms(const json_node& node) const {
        std::vector<atom> atoms;
        node.each([&](const json_node& a, std::size_t) { atoms.push_back(load_atom(a)); });
        if (atoms.empty()) {
            node.fail("at least one test is needed here");
        }
        return atoms;
    }

    atom load_atom(const json_node& node) const {
        node.only_keys({"field", "is", "is_not", "has_any", "has_none", "has_sector",
                        "lacks_sector", "at_least", "at_most"});
        atom result;
        const auto name = node["field"].string();
        if (node.has("at_least") || node.has("at_most")) {
            return load_between(node, name);
        }
        if (name == "age_basis") {
            result.source = atom_source::age_basis;
            node["is"].each([&](const json_node& token, std::size_t) {
                constexpr std::array<std::string_view, 2> bases{"birth_date", "birth_year"};
                result.members |= std::uint64_t{1} << read_name(token, bases);
            });
            return result;
        }
        result.field = field_index(node["field"], pack_);
        result.asked = pack_.fields[result.field].asked;
        const auto* list = pack_.list_of(pack_.fields[result.field]);
        if (list == nullptr) {
            return load_presence(node, result);
        }
        load_unknown(*list, result);
        return load_tokens(node, *list, result);
    }

    atom load_between(const json_node& node, std::string_view name) const {
        atom result;
        result.test = atom_test::between;
        if (name == "age") {
            result.source = atom_source::age;
        } else if (name == "children") {
            result.source = atom_source::children;
        } else {
            result.field = field_index(node["field"], pack_);
            result.asked = pack_.fields[result.field].asked;
            if (pack_.fields[result.field].type != field_type::integer) {
                node["field"].fail("only whole numbers have bounds");
            }
        }
        result.low = node.has("at_least") ? node["at_least"].integer() : INT32_MIN;
        result.high = node.has("at_most") ? node["at_most"].integer() : INT32_MAX;
        return result;
    }

    /// A field without a list can only be asked whether it is there.
    static atom load_presence(const json_node& node, atom result) {
        const bool negative = node.has("is_not");
        node[negative ? "is_not" : "is"].each([&](const json_node& token, std::size_t) {
            result.missing = result.missing || token.string() == "missing";
            result.absent = result.absent || token.string() == "absent";
            if (token.string() != "missing" && token.string() != "absent") {
                token.fail("a field without a code list can only be \"missing\" or \"absent\"");
            }
        });
        result.test = negative ? atom_test::is_not : atom_test::is;
        return result;
    }

    static void load_unknown(const code_list& list, atom& result) {
        if (const auto at = list.find("unknown")) {
            result.unknown_members = std::uint64_t{1} << *at;
        }
        if (const auto at = list.find_alone("unknown")) {
            result.unknown_alone = static_cast<std::uint8_t>(1U << *at);
        }
    }

    atom load_tokens(const json_node& node, const code_list& list, atom result) const {
        struct named_test {
            std::string_view key;
            atom_test test;
            bool by_sector;
        };
        constexpr std::array<named_test, 6> tests{{{"is", atom_test::is, false},
                                                   {"is_not", atom_test::is_not, false},
                                                   {"has_any", atom_test::has_any, false},
                                                   {"has_none", atom_test::has_none, false},
                                                   {"has_sector", atom_test::has_any, true},
                                                   {"lacks_sector", atom_test::has_none, true}}};
        for (const auto& candidate : tests) {
            if (!node.has(candidate.key)) {
                continue;
            }
            if (node.object().size() != 2) {
                node.fail("an atom has one test");
            }
            result.test = candidate.test;
            const auto bits = candidate.by_sector ? sector_bits(node[candidate.key], list)
                                                  : bits_of(node[candidate.key], list);
            result.members = bits.members;
            result.alone = bits.alone;
            result.missing = bits.missing;
            result.absent = bits.absent;
            return result;
        }
        node.fail("an atom has one test");
    }

    static token_bits bits_of(const json_node& tokens, const code_list& list) {
        token_bits bits;
        tokens.each([&](const json_node& node, std::size_t) {
            const auto token = node.string();
            if (token == "missing") {
                bits.missing = true;
            } else if (token == "absent") {
                bits.absent = true;
            } else if (const auto at = list.find(token)) {
                bits.members |= std::uint64_t{1} << *at;
            } else if (const auto alone = list.find_alone(token)) {
                bits.alone |= static_cast<std::uint8_t>(1U << *alone);
            } else {
                node.fail("this token is not in the field's code list");
            }
        });
        return bits;
    }

    static token_bits sector_bits(const json_node& sectors, const code_list& list) {
        token_bits bits;
        sectors.each([&](const json_node& node, std::size_t) {
            bool found = false;
            for (std::size_t i = 0; i < list.codes.size(); ++i) {
                if (list.codes[i].sector == node.string()) {
                    bits.members |= std::uint64_t{1} << i;
                    found = true;
                }
            }
            if (!found) {
                node.fail("no code of the list belongs to this sector");
            }
        });
        return bits;
    }

    json_node node_;
    const pack& pack_;
    rule rule_;
};

/// `"*"` means every field that the kind can check and that no other rule of the kind names.
void resolve_all_fields(rule& all, const pack& in) {
    std::set<std::size_t> named;
    for (const auto& other : in.rules) {
        const bool same_check =
            other.kind == all.kind || (all.kind == rule_kind::readable && other.unreadable);
        if (same_check) {
            named.insert(other.fields.begin(), other.fields.end());
        }
    }
    for (std::size_t i = 0; i < in.fields.size(); ++i) {
        const auto type = in.fields[i].type;
        const bool coded = type == field_type::code || type == field_type::codes;
        const bool wanted = all.kind == rule_kind::not_asked
                                ? !in.fields[i].asked
                                : in.fields[i].asked && coded == (all.kind == rule_kind::in_list);
        if (wanted && !named.contains(i)) {
            all.fields.push_back(i);
        }
    }
}

/// Whether a rule says anything in the pack's year: it is in force, and its subject is asked; of a
/// rule about a person every field, since it compares them all.
bool in_force(const rule& r, const pack& in) {
    if (!within_years(in.year, r.since, r.until)) {
        return false;
    }
    const auto asked = [&](std::size_t f) { return in.fields[f].asked; };
    if (r.kind == rule_kind::person) {
        return std::all_of(r.fields.begin(), r.fields.end(), asked);
    }
    return r.kind == rule_kind::not_asked || r.fields.empty() || asked(r.fields.front());
}

/// Drops the fields that the pack's year does not ask from rules whose fields are each of the same
/// standing: all of them, or all but the first.
void leave_out_unasked(rule& r, const pack& in) {
    const bool all = r.kind == rule_kind::required_any || r.kind == rule_kind::assessed ||
                     (checks_each(r) && r.kind != rule_kind::not_asked);
    const bool all_but_first = r.kind == rule_kind::sum_at_most && !r.fields.empty();
    if (all || all_but_first) {
        const auto unasked = [&](std::size_t f) { return !in.fields[f].asked; };
        const auto first = r.fields.begin() + (all_but_first ? 1 : 0);
        r.fields.erase(std::remove_if(first, r.fields.end(), unasked), r.fields.end());
    }
}

bool takes_all_fields(rule_kind kind) {
    return kind == rule_kind::in_list || kind == rule_kind::readable ||
           kind == rule_kind::not_asked;
}

} // namespace

void load_rules(const json_node& node, pack& into) {
    std::set<std::string, std::less<>> codes;
    std::set<std::string, std::less<>> for_all_fields;
    node.each([&](const json_node& entry, std::size_t) {
        auto loaded = rule_loader{entry, into}.load();
        if (!codes.insert(loaded.code).second) {
            entry["code"].fail("two rules have this code");
        }
        if (loaded.fields.empty() && loaded.kind != rule_kind::row) {
            if (!takes_all_fields(loaded.kind)) {
                entry["fields"].fail("a rule of this kind names its fields");
            }
            for_all_fields.insert(loaded.code);
        }
        leave_out_unasked(loaded, into);
        const bool all_fields = for_all_fields.contains(loaded.code);
        const bool none_left = loaded.fields.empty() && loaded.kind != rule_kind::row;
        if (in_force(loaded, into) && (all_fields || !none_left)) {
            into.rules.push_back(std::move(loaded));
        }
    });
    for (auto& r : into.rules) {
        if (for_all_fields.contains(r.code)) {
            resolve_all_fields(r, into);
        }
    }
    std::erase_if(into.rules, [&](const rule& r) {
        return for_all_fields.contains(r.code) && r.fields.empty();
    });
}

} // namespace brukerplan::detail

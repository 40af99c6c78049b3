// A record system in small: a form that checks itself on each keystroke, and a list of people
// scored at once, from columns and from structs. Ends with 0 only when all of it agrees.
#include <algorithm>
#include <array>
#include <cstdint>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/brukerplan_c.hpp>

namespace bp = brukerplan_c;

namespace {

// ---- A form

struct entry {
    std::string_view field;
    std::string_view value; ///< as JSON
};

/// What somebody types, field after field. Nobody: the number is synthetic (month + 80), and there
/// is no such municipality.
constexpr std::array entries{
    entry{"municipality", R"("9001")"},
    entry{"mapping_year", "2024"},
    entry{"mapped_on", R"("2025-10-07")"},
    entry{"mapped_on", R"("2024-10-07")"},
    entry{"national_number", R"("15868710167")"},
    entry{"national_number", R"("15868710168")"},
    entry{"substance_problem", R"("yes")"},
    entry{"mental_disorder", R"("less_serious")"},
    entry{"housing", R"("yelow")"},
    entry{"housing", R"("yellow")"},
    entry{"activity", R"("red")"},
    entry{"economy", R"("yellow")"},
    entry{"physical_health", R"("green")"},
    entry{"mental_health", R"("yellow")"},
    entry{"substance_use", R"("red")"},
    entry{"social_functioning", R"("yellow")"},
    entry{"network", R"("green")"},
    entry{"services_received", R"(["follow_up_team"])"},
};

std::string written(const std::map<std::string_view, std::string_view>& record) {
    std::string json = "{";
    for (const auto& [field, value] : record) {
        json.append(json.size() > 1 ? ", \"" : "\"").append(field).append("\": ").append(value);
    }
    return json + "}";
}

/// What a form shows beside a field.
void show_findings(const bp::document& document, std::string_view field) {
    for (const auto finding : document.findings().value()) {
        if (finding.field() == field) {
            std::cout << "    " << bp::name_of(finding.severity()).value() << ' ' << finding.code()
                      << ": " << finding.message() << '\n';
        }
    }
}

/// Whether the finished record is good and has a class.
bool fill_in(const bp::context& context) {
    std::map<std::string_view, std::string_view> record;
    bp::result<bp::document> checked = bp::check_record(context, "{}");
    for (const auto& typed : entries) {
        record[typed.field] = typed.value;
        checked = bp::check_record(context, written(record));
        if (!checked) {
            std::cerr << "brukerplan: " << checked.name() << ": " << checked.message() << '\n';
            return false;
        }
        std::cout << "  " << typed.field << " = " << typed.value << '\n';
        show_findings(checked.value(), typed.field);
    }
    const auto& finished = checked.value();
    show_findings(finished, "");
    const bool valid = finished.valid().value();
    const auto index_class = finished.index_class().value();
    std::cout << "  the record " << (valid ? "can be used" : "cannot be used")
              << ", class: " << bp::name_of(index_class).value() << '\n';
    return valid && index_class != bp::index_class::none;
}

// ---- A list of people

constexpr std::size_t number_of_people = 1000;

/// As a record system may hold them: the ratings lie inside.
struct person {
    std::int64_t id = 0;
    bp::ratings ratings{};
    std::array<char, 3> unit{};
};

struct scores {
    std::vector<std::int8_t> classes = std::vector<std::int8_t>(number_of_people);
    std::vector<std::int32_t> points = std::vector<std::int32_t>(number_of_people);

    bp::score_columns places() {
        bp::score_columns to; // answered and reasons are not wanted
        to.classes = classes.data();
        to.points = points.data();
        return to;
    }
    bool operator==(const scores& other) const {
        return classes == other.classes && points == other.points;
    }
};

/// Whether columns, structs and one by one give the same.
bool score_all(const bp::scheme& scheme) {
    std::vector<person> people(number_of_people);
    std::array<std::vector<std::uint8_t>, BPLAN_DOMAINS> columns;
    bp::rating_columns columns_at{}, structs_at{};
    bp::rating_strides strides{};
    for (std::size_t d = 0; d < columns.size(); ++d) {
        for (std::size_t row = 0; row < people.size(); ++row) {
            people[row].ratings[d] = static_cast<std::uint8_t>(1 + row / (d + 1) % 3);
            columns[d].push_back(people[row].ratings[d]);
        }
        columns_at[d] = columns[d].data();
        structs_at[d] = &people[0].ratings[d];
        strides[d] = sizeof(person);
    }
    scores by_columns, by_structs, one_by_one;
    const auto from_columns =
        scheme.score_columns(columns_at, number_of_people, by_columns.places());
    const auto from_structs =
        scheme.score_strided(structs_at, strides, number_of_people, by_structs.places());
    if (!from_columns || !from_structs) {
        std::cerr << "brukerplan: " << from_columns.message() << from_structs.message() << '\n';
        return false;
    }
    for (std::size_t row = 0; row < people.size(); ++row) {
        const auto score = scheme.score(people[row].ratings).value();
        one_by_one.classes[row] = static_cast<std::int8_t>(score.index_class);
        one_by_one.points[row] = score.points;
    }
    for (const auto c : {bp::index_class::none, bp::index_class::green, bp::index_class::yellow,
                         bp::index_class::red, bp::index_class::blue_light}) {
        std::cout << "  " << bp::name_of(c).value() << ": "
                  << std::count(by_columns.classes.begin(), by_columns.classes.end(),
                                static_cast<std::int8_t>(c))
                  << '\n';
    }
    const bool same = by_columns == one_by_one && by_structs == one_by_one;
    std::cout << "  columns, structs and one by one " << (same ? "agree\n" : "do not agree\n");
    return same;
}

} // namespace

int main() {
    if (bp::abi_version() != BPLAN_ABI_VERSION) {
        std::cerr << "another library than this program was built for\n";
        return 2;
    }
    auto options = bp::options::create();
    for (const auto& ended :
         {options.value().set_language("en"), options.value().set_test_numbers(true),
          options.value().set_period_first({2024, 1, 1}),
          options.value().set_period_last({2024, 12, 31})}) {
        if (!ended) {
            std::cerr << "brukerplan: " << ended.message() << '\n';
            return 2;
        }
    }
    const auto context = bp::context::create(options.value()); // keep it: all threads may use it
    const auto scheme = bp::scheme::create({}, "sum16/1");
    if (!context || !scheme) {
        std::cerr << "brukerplan: " << context.message() << scheme.message() << '\n';
        return 2;
    }
    std::cout << "a form, as it is filled in\n";
    const bool filled_in = fill_in(context.value());
    std::cout << number_of_people << " people at once\n";
    return score_all(scheme.value()) && filled_in ? 0 : 1;
}

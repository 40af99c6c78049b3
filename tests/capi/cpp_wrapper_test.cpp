// brukerplan_c.hpp, compiled without exceptions and without run-time type information.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#define DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS
#include <doctest/doctest.h>

#include <array>
#include <cstring>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <brukerplan/brukerplan_c.hpp>

namespace bp = brukerplan_c;

namespace {

constexpr std::string_view record =
    R"({"municipality": "9001", "mapping_year": 2024, "mapped_on": "2024-10-07",
        "national_number": "15868710168", "housing": "red", "activity": "red", "economy": "yelow",
        "physical_health": "green", "mental_health": "red", "substance_use": "red",
        "social_functioning": "red", "network": "green", "hosing_kind": "homeless"})";
constexpr std::string_view test_number = "15868710168";

bp::context test_context(std::string_view language = "en") {
    auto options = bp::options::create().value();
    REQUIRE(options.set_test_numbers(true).ok());
    REQUIRE(options.set_language(language).ok());
    auto context = bp::context::create(options);
    INFO(context.message());
    REQUIRE(context.ok());
    return std::move(context).value();
}

/// Columns of whole numbers of one byte or two, as an Arrow batch of a struct. Borrows the values.
class batch {
public:
    batch(std::vector<std::pair<const char*, const std::int16_t*>> columns, std::int64_t rows) {
        schema_children_.resize(columns.size());
        array_children_.resize(columns.size());
        buffers_.resize(columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i) {
            buffers_[i] = {nullptr, columns[i].second};
            schema_children_[i].format = "s";
            schema_children_[i].name = columns[i].first;
            schema_children_[i].release = [](ArrowSchema*) {};
            array_children_[i].length = rows;
            array_children_[i].n_buffers = 2;
            array_children_[i].buffers = buffers_[i].data();
            array_children_[i].release = [](ArrowArray*) {};
            schema_places_.push_back(&schema_children_[i]);
            array_places_.push_back(&array_children_[i]);
        }
        schema.format = "+s";
        schema.n_children = array.n_children = static_cast<std::int64_t>(columns.size());
        schema.children = schema_places_.data();
        schema.release = [](ArrowSchema*) {};
        array.length = rows;
        array.n_buffers = 1;
        array.buffers = &no_validity_;
        array.children = array_places_.data();
        array.release = [](ArrowArray*) {};
    }
    batch(const batch&) = delete;
    batch& operator=(const batch&) = delete;

    ArrowSchema schema{};
    ArrowArray array{};

private:
    const void* no_validity_ = nullptr;
    std::vector<ArrowSchema> schema_children_;
    std::vector<ArrowArray> array_children_;
    std::vector<std::array<const void*, 2>> buffers_;
    std::vector<ArrowSchema*> schema_places_;
    std::vector<ArrowArray*> array_places_;
};

constexpr std::array<const char*, BPLAN_DOMAINS> domains{
    "housing",       "activity",           "economy", "physical_health", "mental_health",
    "substance_use", "social_functioning", "network"};

/// Two rows: all red, and all green.
batch two_rows() {
    static constexpr std::array<std::int16_t, 2> ratings{3, 1}, municipality{9001, 9001},
        year{2024, 2024}, other{7, 7};
    std::vector<std::pair<const char*, const std::int16_t*>> columns{
        {"municipality", municipality.data()},
        {"mapping_year", year.data()},
        {"somebody's own", other.data()}};
    for (const char* needed :
         {"birth_year", "mapped_on", "substance_problem", "mental_disorder", "services_received"}) {
        columns.emplace_back(needed, other.data());
    }
    for (const char* domain : domains) {
        columns.emplace_back(domain, ratings.data());
    }
    return {std::move(columns), 2};
}

/// A stream of one batch, which is the producer's and lives on.
ArrowArrayStream stream_of(batch& rows) {
    ArrowArrayStream s{};
    s.private_data = &rows;
    s.get_schema = [](ArrowArrayStream* from, ArrowSchema* out) {
        *out = static_cast<batch*>(from->private_data)->schema;
        out->release = [](ArrowSchema* given) { given->release = nullptr; };
        return 0;
    };
    s.get_next = [](ArrowArrayStream* from, ArrowArray* out) {
        auto& held = static_cast<batch*>(from->private_data)->array;
        *out = std::exchange(held, ArrowArray{});
        if (out->release != nullptr) {
            out->release = [](ArrowArray* given) { given->release = nullptr; };
        }
        return 0;
    };
    s.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
    s.release = [](ArrowArrayStream* given) { given->release = nullptr; };
    return s;
}

} // namespace

TEST_CASE("handles are moved and not copied, and freed once") {
    static_assert(!std::is_copy_constructible_v<bp::context>);
    static_assert(std::is_nothrow_move_constructible_v<bp::context>);
    static_assert(std::is_nothrow_move_assignable_v<bp::result<bp::document>>);
    static_assert(!std::is_copy_constructible_v<bp::arrow_columns>);
    auto first = test_context();
    const auto second = std::move(first);
    CHECK_FALSE(first);
    CHECK(second);
    CHECK(bp::check_record(first, record).code() == BPLAN_ERROR_NULL_ARGUMENT);
    CHECK(bp::check_record(second, record).ok());
    bp::options taken{bp::options::create().value().release()};
    CHECK(taken.set_language("nb").ok());
}

TEST_CASE("a call that fails says why, and its value is empty and harmless") {
    auto options = bp::options::create().value();
    CHECK(options.set_reference_date({2024, 2, 30}).code() == BPLAN_ERROR_INVALID_ARGUMENT);
    REQUIRE(options.set_pack("no/1").ok());
    const auto context = bp::context::create(options);
    CHECK_FALSE(context);
    CHECK(context.code() == BPLAN_ERROR_UNKNOWN_PACK);
    CHECK(context.name() == "unknown_pack");
    CHECK_FALSE(context.message().empty());
    CHECK(context.row() == -1);
    CHECK(context.column() == -1);
    const auto document = bp::check_record(context.value(), record);
    CHECK(document.name() == "null_argument");
    CHECK(document.value().text().value().empty());
    CHECK(document.value().findings().value().empty());
    CHECK(document.value().points().value_or(-1) == -1);
}

TEST_CASE("a context says what it was made from") {
    auto options = bp::options::create().value();
    CHECK(options.set_pack("brukerplan/2024").ok());
    CHECK(options.set_scheme("rule/1").ok());
    CHECK(options.set_language("nn").ok());
    CHECK(options.set_period_first({2024, 1, 1}).ok());
    CHECK(options.set_period_last({2024, 12, 31}).ok());
    CHECK(options.set_reference_date({}).ok());
    CHECK(options.set_mapping_json({}).ok());
    CHECK(options.set_profile_json({}).ok());
    const auto context = bp::context::create(options).value();
    CHECK(context.pack_id().value() == "brukerplan/2024");
    CHECK(context.scheme_id().value() == "rule/1");
    CHECK(context.language().value() == "nn");
    CHECK_FALSE(context.test_numbers().value());
    CHECK(test_context().test_numbers().value());
    CHECK(bp::context::create().value().scheme_id().value() == "sum16/1");

    REQUIRE(options.set_pack_json("{").ok());
    CHECK(bp::context::create(options).name() == "invalid_pack");
}

TEST_CASE("the findings of a record are a range, in order and with their texts") {
    const auto document = bp::check_record(test_context(), record).value();
    CHECK_FALSE(document.valid().value());
    CHECK(document.worst_severity().value() == bp::severity::error);
    CHECK(document.unknown_keys().value() == 1);
    CHECK(document.text().value().substr(0, 1) == "{");

    const auto findings = document.findings().value();
    std::size_t seen = 0;
    bool economy = false;
    for (const auto finding : findings) {
        CHECK(finding.code().substr(0, 3) == "BP-");
        CHECK(finding.code() == findings[seen++].code());
        if (finding.field() == "economy") {
            economy = finding.code() == "BP-DOM-001" && !finding.message().empty() &&
                      !finding.action().empty() && finding.severity() == bp::severity::error;
        }
    }
    CHECK(economy);
    CHECK(seen == findings.size());
    CHECK(std::distance(findings.begin(), findings.end()) ==
          static_cast<std::ptrdiff_t>(findings.size()));
}

TEST_CASE("a document does not hold what was not asked for") {
    const auto context = test_context();
    const auto scored = bp::score_record(context, record).value();
    CHECK(scored.findings().code() == BPLAN_ERROR_NOT_THERE);
    CHECK(scored.index_class().value() == bp::index_class::none);
    CHECK(scored.no_class_reason().value() == bp::no_class_reason::unreadable);
    CHECK(scored.answered().value() == 7);
    CHECK(bp::validate_record(context, record).value().index_class().name() == "not_there");
}

TEST_CASE("a scheme scores one assessment, columns, structs and codes alike") {
    const auto scheme = bp::scheme::create("brukerplan/2024", "sum16/1").value();
    CHECK(scheme.id().value() == "sum16/1");
    const std::array<bp::ratings, 3> rows{bp::ratings{3, 3, 3, 3, 3, 3, 3, 3},
                                          bp::ratings{1, 2, 3, 1, 2, 3, 1, 2},
                                          bp::ratings{1, 2, 3, 1, 2, 3, 1, 9}};
    std::array<std::array<std::uint8_t, 3>, BPLAN_DOMAINS> by_column{};
    bp::rating_columns columns{}, first_row{};
    bp::rating_strides strides{};
    for (std::size_t d = 0; d < columns.size(); ++d) {
        for (std::size_t row = 0; row < rows.size(); ++row) {
            by_column[d][row] = rows[row][d];
        }
        columns[d] = by_column[d].data();
        first_row[d] = &rows[0][d];
        strides[d] = sizeof rows[0];
    }
    struct answers {
        std::array<std::int8_t, 3> classes{}, answered{}, reasons{};
        std::array<std::int32_t, 3> points{};
        bp::score_columns columns() {
            bp::score_columns to;
            to.classes = classes.data();
            to.answered = answered.data();
            to.reasons = reasons.data();
            to.points = points.data();
            return to;
        }
    } whole, strided, packed;
    CHECK(scheme.score_columns(columns, 3, whole.columns()).value() == 1);
    CHECK(scheme.score_strided(first_row, strides, 3, strided.columns()).value() == 1);
    const std::array<std::uint16_t, 1> code{0xFFFF};
    CHECK(scheme.score_packed(code.data(), 1, packed.columns()).ok());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto one = scheme.score(rows[row]).value();
        for (const auto* many : {&whole, &strided}) {
            CHECK(many->classes[row] == static_cast<std::int8_t>(one.index_class));
            CHECK(many->points[row] == one.points);
            CHECK(many->answered[row] == one.answered);
            CHECK(many->reasons[row] == static_cast<std::int8_t>(one.reason));
        }
    }
    CHECK(scheme.score(rows[0]).value().index_class == bp::index_class::blue_light);
    CHECK(scheme.score_code(0xFFFF).value().points == 16);
    CHECK(packed.points[0] == 16);
    CHECK(scheme.score_code(BPLAN_ASSESSMENTS).name() == "invalid_argument");
}

TEST_CASE("a scheme explains itself, and is compared with another") {
    const auto sum = bp::scheme::create().value();
    const auto rule = bp::scheme::create({}, "rule/1").value();
    CHECK(sum.explain({3, 3, 3, 3, 3, 3, 3, 3}, "en").value().text().value().size() > 100);
    CHECK(sum.explain({}, "xx").name() == "unknown_language");
    CHECK(bp::compare(sum, rule).value().text().value().size() > 100);
    std::vector<std::int64_t> counts(BPLAN_ASSESSMENTS);
    counts[5] = -1;
    CHECK(bp::compare(sum, rule, counts.data()).row() == 5);
    CHECK(bp::scheme::from_json("{}").name() == "invalid_scheme");
}

TEST_CASE("a number is accepted by a policy, and an empty policy is the default") {
    CHECK_FALSE(bp::number::check(test_number).value().valid().value());
    auto policy = bp::number_policy::create().value();
    REQUIRE(policy.set_test_numbers(true).ok());
    REQUIRE(policy.set_rule(bp::accepted_rule::both).ok());
    REQUIRE(policy.set_d_table(bp::d_table::both).ok());
    REQUIRE(policy.set_dates(bp::date_check::by_rule).ok());
    REQUIRE(policy.set_assigned_by({2024, 10, 7}).ok());
    REQUIRE(policy.set_reference_date({2024, 10, 7}).ok());
    REQUIRE(policy.set_refuse_ambiguous(false).ok());
    const auto number = bp::number::check(test_number, policy).value();
    CHECK(number.valid().value());
    CHECK(number.reason().value() == bp::number_reason::none);
    CHECK(number.kinds().value() == static_cast<std::int32_t>(bp::number_kind::tenor));
    CHECK(number.position().value() == -1);
    CHECK(number.sex().value() == bp::sex::male);
    CHECK(number.sex_basis().value() == bp::number_basis::if_assigned_before_2032);
    CHECK((number.rules().value() & BPLAN_NUMBER_RULE_1964) != 0);
    REQUIRE(number.count_birth_years().value() >= 1);
    CHECK(number.birth_year(0).value() == 1987);
    CHECK(number.birth_year(7).name() == "out_of_range");
    CHECK(number.birth_year_basis().value() != bp::number_basis::unknown);
    CHECK(number.birth_day().value().month == 6);
    CHECK(number.birth_day().value().day == 15);
    CHECK(policy.set_kinds(0).name() == "invalid_argument");

    const auto refused = bp::number::check("15868710167", policy).value();
    CHECK(bp::name_of(refused.reason().value()).value() == "second_control_digit");
    CHECK(bp::name_of(bp::number_kind::d_number).value() == "d_number");
    CHECK(bp::name_of(static_cast<bp::number_kind>(3)).name() == "invalid_argument");
}

TEST_CASE("a number as people write it is brought to digits") {
    const auto written = bp::normalise_number(" 158687 10168").value();
    CHECK(written.digits() == test_number);
    CHECK(written.changes == BPLAN_NUMBER_CHANGE_BLANKS + BPLAN_NUMBER_CHANGE_SPACE);
    const auto none = bp::normalise_number("no number");
    CHECK(none.name() == "invalid_number");
    CHECK(none.value().digits().empty());
}

TEST_CASE("many numbers are checked at a stride and as columns of strings") {
    auto policy = bp::number_policy::create().value();
    REQUIRE(policy.set_test_numbers(true).ok());
    constexpr std::string_view two = "15868710168"
                                     "15868710167";
    std::array<std::int8_t, 2> valid{};
    bp::number_columns to;
    to.valid = valid.data();
    CHECK(bp::check_numbers(two.data(), 11, 2, to, policy).value() == 1);
    CHECK(valid == std::array<std::int8_t, 2>{1, 0});
    const std::array<std::int32_t, 3> offsets{0, 11, 22};
    const std::array<std::int64_t, 3> large{0, 11, 22};
    CHECK(bp::check_numbers(two.data(), offsets.data(), 2, to, policy).value() == 1);
    CHECK(bp::check_numbers(two.data(), large.data(), 2, to, policy).value() == 1);
    CHECK(bp::check_numbers(two.data(), 11, 2, to).value() == 0);
}

TEST_CASE("a municipality code stands for something on a date") {
    constexpr bp::date before{2023, 12, 31}, after{2024, 1, 1};
    CHECK(bp::municipality::validity("0301", after).value() == bp::municipality_validity::valid);
    CHECK(bp::municipality::validity("x", after).value() ==
          bp::municipality_validity::malformed_code);
    CHECK(bp::municipality::validity("0301", {}).name() == "invalid_argument");
    CHECK(bp::municipality::describe("0301", after).value().text().value().find("Oslo") !=
          std::string_view::npos);
    CHECK(bp::municipality::trace("1507", before, after).ok());
    CHECK(bp::municipality::trace("1507", before, after, "{").name() == "invalid_weight");
    CHECK(bp::municipality::find_by_name("Oslo").value().text().value().find("0301") !=
          std::string_view::npos);
    CHECK(bp::municipality::list(after).value().text().value().size() > 1000);
    CHECK(bp::municipality::same_territory("0301", before, "0301", after).value());
    CHECK(bp::county::valid("03", after).value());
    CHECK(bp::district::valid("030101", after).value());
    CHECK_FALSE(bp::county::valid("99", after).value());
    const std::int32_t day = 20000;
    std::array<std::int8_t, 2> validities{};
    CHECK(bp::municipality::check_many("0301030x", 4, &day, 0, 2, validities.data()).value() == 1);
    CHECK(validities[1] == BPLAN_MUNICIPALITY_MALFORMED_CODE);
}

TEST_CASE("one person has one pseudonym under one key") {
    auto policy = bp::number_policy::create().value();
    REQUIRE(policy.set_test_numbers(true).ok());
    const std::array<std::uint8_t, BPLAN_LINKING_KEY_SIZE> key{7};
    const auto maker = bp::pseudonymiser::create_linking(key.data(), key.size(), "test").value();
    CHECK(bp::pseudonymiser::create_linking(key.data(), 7, "test").name() == "invalid_argument");
    CHECK(maker.basis().value() == bp::pseudonym_basis::caller_linking_key);
    const auto one = maker.make("158687 10168", policy);
    REQUIRE(one.ok());
    std::array<bp::pseudonym, 2> many{};
    std::array<std::int8_t, 2> reasons{};
    CHECK(maker.make_many("1586871016815868710167", 11, 2, many.data(), reasons.data(), policy)
              .value() == 1);
    CHECK(many[0] == one.value());
    CHECK(many[1] == bp::pseudonym{});
    CHECK(reasons[1] == BPLAN_NUMBER_REASON_SECOND_CONTROL_DIGIT);
    CHECK(maker.make(test_number).name() == "invalid_number");
    const auto other = bp::pseudonymiser::create_ephemeral("round", "9001").value();
    CHECK(other.basis().value() == bp::pseudonym_basis::ephemeral);
    CHECK(other.make(test_number, policy).value() != one.value());
}

TEST_CASE("a table is validated as a batch and as a stream, and says what was found where") {
    auto rows = two_rows();
    const auto context = test_context();
    const auto whole = bp::validate_table(context, rows.schema, rows.array, 100);
    INFO(whole.message());
    REQUIRE(whole.ok());
    const auto& found = whole.value();
    CHECK(found.count_rows().value() == 2);
    CHECK(found.count_rows(bp::severity::none).value() +
              found.count_rows(bp::severity::info).value() +
              found.count_rows(bp::severity::warning).value() +
              found.count_rows(bp::severity::error).value() +
              found.count_rows(bp::severity::fatal).value() ==
          2);
    const auto findings = found.count_findings().value();
    CHECK(findings > 0);
    CHECK(found.count_details().value() == findings);
    CHECK_FALSE(found.truncated().value());
    REQUIRE(found.count_unknown_columns().value() == 1);
    CHECK(found.unknown_column(0).value() == 2);

    std::int64_t by_rule = 0, by_field = 0;
    for (std::int64_t rule = 0; rule < found.count_rules().value(); ++rule) {
        by_rule += found.count_rule_findings(rule).value();
        CHECK(found.count_rule_records(rule).value() <= 2);
        CHECK(found.rule_code(rule).value().substr(0, 3) == "BP-");
    }
    for (std::int64_t field = 0; field < found.count_fields().value(); ++field) {
        by_field += found.count_field_findings(field).value();
        CHECK_FALSE(found.field_name(field).value().empty());
    }
    CHECK(by_rule == findings);
    CHECK(by_field <= findings);
    REQUIRE(found.count_units().value() == 1);
    CHECK(found.unit_kind(0).value() == bp::unit_kind::unnamed);
    CHECK(found.unit_name(0).value().empty());
    CHECK(found.count_unit_rows(0).value() == 2);
    CHECK(found.count_unit_findings(0).value() == findings);
    CHECK(found.count_unit_rule_records(0, 0).value() == found.count_rule_records(0).value());

    std::array<std::int8_t, 2> worst{};
    std::array<std::int64_t, 2> good{}, bad{};
    CHECK(found.worst_severities(worst.data(), 2).value() == 2);
    CHECK(found.good_rows(good.data(), 2).value() + found.bad_rows(bad.data(), 2).value() == 2);
    CHECK(found.list_findings(bp::listing::ndjson).value().text().value().size() > 100);
    auto columns = found.export_findings().value();
    CHECK(columns.array.get()->length == findings);
    const auto summary = found.export_summary().value();
    CHECK(summary.array.get()->length > 1);
    CHECK(std::strcmp(summary.schema.get()->children[0]->name, "code") == 0);
    const auto worst_columns = found.export_worst_severities().value();
    CHECK(worst_columns.array.get()->length == 2);
    auto taken = columns.array.release();
    CHECK((columns.array.get()->release == nullptr));
    taken.release(&taken);

    auto stream = stream_of(rows);
    const auto kept = rows.array;
    const auto streamed = bp::validate_stream(context, stream, 1, true).value();
    CHECK((stream.release == nullptr));
    CHECK(streamed.count_findings().value() == findings);
    CHECK(streamed.truncated().value() == (findings > 1));
    CHECK(streamed.worst_severities(worst.data(), 2).value() == 2);

    rows.array = kept;
    stream = stream_of(rows);
    std::int64_t told = 0;
    const auto cancelled =
        bp::validate_stream(context, stream, 1, false, [&told](std::int64_t so_far) {
            told = so_far;
            return false;
        });
    CHECK(cancelled.name() == "cancelled");
    CHECK_FALSE(cancelled.value());
    CHECK(told == 2);
}

TEST_CASE("a table is scored into columns, and one that lacks its columns is refused") {
    auto rows = two_rows();
    const auto context = test_context();
    const auto scores = bp::score_table(context, rows.schema, rows.array).value();
    REQUIRE(scores.array.get()->n_children == 6);
    CHECK(scores.array.get()->length == 2);
    CHECK(std::strcmp(scores.schema.get()->children[1]->name, "points") == 0);
    const auto* points =
        static_cast<const std::int32_t*>(scores.array.get()->children[1]->buffers[1]);
    CHECK(points[0] == 16);
    CHECK(points[1] == 0);

    rows.schema.n_children = rows.array.n_children = 3; // not one domain
    const auto none = bp::score_table(context, rows.schema, rows.array);
    CHECK(none.name() == "missing_columns");
    CHECK((none.value().array.get()->release == nullptr));
}

TEST_CASE("a histogram counts persons by assessment, and a scheme counts its classes") {
    auto rows = two_rows();
    const auto scheme = bp::scheme::create().value();
    auto histogram = bp::histogram::create().value();
    const std::array<std::uint16_t, 2> codes{0xFFFF, 0};
    REQUIRE(histogram.add_packed(codes.data(), 2).ok());
    REQUIRE(histogram.add_table(test_context(), rows.schema, rows.array).ok());
    const bp::ratings red{3, 3, 3, 3, 3, 3, 3, 3}, none{9, 9, 9, 9, 9, 9, 9, 9};
    bp::rating_columns of_red{}, of_none{};
    for (std::size_t d = 0; d < of_red.size(); ++d) {
        of_red[d] = &red[d];
        of_none[d] = &none[d];
    }
    REQUIRE(histogram.add_columns(of_none, 1).ok());
    REQUIRE(histogram.add_strided(of_red, bp::rating_strides{}, 3).ok());
    CHECK(histogram.count_persons().value() == 7);
    CHECK(histogram.count_unreadable().value() == 1);
    const auto* counts = histogram.counts().value();
    CHECK(counts[0xFFFF] == 5);
    CHECK(counts[0] == 1);
    CHECK(scheme.count_class(counts, bp::index_class::blue_light).value() == 5);
    CHECK(scheme.count_class(counts, bp::index_class::green).value() == 1);
    CHECK(scheme.count_no_class(counts, bp::no_class_reason::nothing_assessed).value() == 1);
    auto twice = bp::histogram::create().value();
    REQUIRE(twice.add_counts(counts).ok());
    REQUIRE(twice.add_counts(counts, 5).ok());
    CHECK(twice.count_persons().value() == 14);
    CHECK(twice.count_unreadable().value() == 5);

    const auto kept = rows.array;
    auto stream = stream_of(rows);
    REQUIRE(twice.add_stream(test_context(), stream).ok());
    CHECK((stream.release == nullptr));
    CHECK(twice.count_persons().value() == 16);
    rows.array = kept;
    stream = stream_of(rows);
    std::int64_t told = 0;
    const auto cancelled = twice.add_stream(test_context(), stream, [&told](std::int64_t so_far) {
        told = so_far;
        return false;
    });
    CHECK(cancelled.name() == "cancelled");
    CHECK(told == 2);
    CHECK(twice.count_persons().value() == 16);
}

TEST_CASE("validations of parts are joined, and carried as text") {
    const auto rows = two_rows();
    const auto context = test_context();
    const auto part = bp::validate_table(context, rows.schema, rows.array, 100).value();
    const auto both = bp::merge(part, part).value();
    CHECK(both.count_rows().value() == 4);
    const auto saved = both.save().value();
    const auto restored = bp::restore_validation(context, saved.text().value()).value();
    CHECK(restored.count_findings().value() == 2 * part.count_findings().value());
    CHECK(bp::restore_validation(context, "{}").name() == "invalid_state");
}

TEST_CASE("packs describe themselves, and numbers have their tokens") {
    CHECK(bp::list_packs().value().text().value().find("brukerplan/2024") !=
          std::string_view::npos);
    CHECK(test_context().describe().value().text().value().find("housing") !=
          std::string_view::npos);
    CHECK(bp::name_of(bp::severity::fatal).value() == "fatal");
    CHECK(bp::name_of(bp::index_class::blue_light).value() == "blue_light");
    CHECK(bp::name_of(bp::no_class_reason::unreadable).value() == "unreadable");
    CHECK(bp::name_of(bp::sex::female).value() == "female");
    CHECK(bp::name_of(bp::municipality_validity::no_longer_valid).value() == "no_longer_valid");
    CHECK(bp::name_of(bp::unit_kind::masked).value() == "masked");
    CHECK(bp::name_of(bp::number_basis::convention).value() == "convention");
    CHECK(bp::name_of(bp::pseudonym_basis::ephemeral).value() == "ephemeral");
    CHECK(bp::name_of_rating(BPLAN_RATING_RED).value() == "red");
    CHECK(bp::name_of_domain(7).value() == "network");
    CHECK(bp::name_of_domain(BPLAN_DOMAINS).name() == "invalid_argument");
}

TEST_CASE("the library that is loaded has the interface of the header") {
    CHECK(bp::abi_version() == BPLAN_ABI_VERSION);
    CHECK_FALSE(bp::library_version().value().empty());
}

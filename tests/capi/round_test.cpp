// A round through the column door: registrations in, the report document out.
#define BPLAN_ENABLE_EXPERIMENTAL
#include <brukerplan/brukerplan_experimental.h>

#include "tables.hpp"

#include <boost/json.hpp>

namespace capi_round_test {

using namespace capi_test;

struct round_freed {
    void operator()(bplan_round* r) const { bplan_round_free(r); }
};
using round_handle = std::unique_ptr<bplan_round, round_freed>;

round_handle make_round(const context& with) {
    bplan_round* made = nullptr;
    REQUIRE(bplan_round_create(with.get(), &made, nullptr) == BPLAN_OK);
    return round_handle{made};
}

boost::json::value finish(const round_handle& round) {
    bplan_document* made = nullptr;
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code = bplan_round_finish(round.get(), &made, &err);
    INFO(err.message);
    REQUIRE(code == BPLAN_OK);
    return boost::json::parse(text_from(&bplan_document_get_text, document{made}));
}

TEST_CASE("registrations of one person are one person in the report document") {
    const auto with = make_context(test_options());
    const auto round = make_round(with);
    const exported rows{rows_of_a_round()}; // one number in all three, and one row with errors
    REQUIRE(bplan_round_add_table(round.get(), &rows.schema, &rows.array, nullptr) == BPLAN_OK);
    producer more{rows_of_a_round(), 2};
    auto stream = more.stream();
    REQUIRE(bplan_round_add_stream(round.get(), &stream, nullptr, nullptr, nullptr) == BPLAN_OK);
    CHECK(more.released);
    CHECK(more.alive == 0);
    const auto report = finish(round);
    CHECK(report.at("format") == "brukerplan/report-document");
    const auto text = boost::json::serialize(report);
    CHECK(text.find("15868710168") == std::string::npos);
    const auto& counts = report.at("counts");
    CHECK(counts.at("rows") == 9);
    CHECK(counts.at("persons") == 1);
}

TEST_CASE("a round that is finished or has failed takes no more") {
    const auto with = make_context(test_options());
    const auto finished = make_round(with);
    finish(finished);
    const exported rows{rows_of_a_round()};
    CHECK(bplan_round_add_table(finished.get(), &rows.schema, &rows.array, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    bplan_document* made = nullptr;
    CHECK(bplan_round_finish(finished.get(), &made, nullptr) == BPLAN_ERROR_INVALID_ARGUMENT);

    const auto failed = make_round(with);
    producer from{rows_of_a_round(), 3};
    from.failure_at = 1;
    auto stream = from.stream();
    CHECK(bplan_round_add_stream(failed.get(), &stream, nullptr, nullptr, nullptr) ==
          BPLAN_ERROR_ARROW_STREAM);
    CHECK(from.released);
    CHECK(bplan_round_finish(failed.get(), &made, nullptr) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(made == nullptr);
}

TEST_CASE("the caller's function can stop a round") {
    const auto with = make_context(test_options());
    const auto round = make_round(with);
    producer from{rows_of_a_round(), 3};
    auto stream = from.stream();
    std::int64_t seen = 0;
    const auto stop = [](std::int64_t rows, void* payload) -> std::int32_t {
        *static_cast<std::int64_t*>(payload) = rows;
        return 1;
    };
    CHECK(bplan_round_add_stream(round.get(), &stream, stop, &seen, nullptr) ==
          BPLAN_ERROR_CANCELLED);
    CHECK(seen == 3);
    CHECK(from.released);
}

TEST_CASE("a round is not touched from within a call that uses it") {
    const auto with = make_context(test_options());
    const auto round = make_round(with);
    producer from{rows_of_a_round(), 2};
    auto stream = from.stream();
    const auto finish_it = [](std::int64_t, void* payload) -> std::int32_t {
        bplan_document* made = nullptr;
        CHECK(bplan_round_finish(static_cast<bplan_round*>(payload), &made, nullptr) ==
              BPLAN_ERROR_INVALID_ARGUMENT);
        return 0;
    };
    REQUIRE(bplan_round_add_stream(round.get(), &stream, finish_it, round.get(), nullptr) ==
            BPLAN_OK);
    CHECK(finish(round).at("counts").at("rows") == 6);
}

} // namespace capi_round_test

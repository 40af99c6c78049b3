// Handles are shared by threads that know nothing of each other.
#include "handles.hpp"

#include <array>
#include <atomic>
#include <string>
#include <thread>
#include <vector>

extern "C" {
#include "calls/calls.h"
}
#include "records.h"
#include "unit/read/arrow_fixture.hpp"

using namespace capi_test;

TEST_CASE("threads that share a context get what one alone gets") {
    const auto with = make_context(test_options());
    const auto clean = text_from(&bplan_document_get_text, check(with, CLEAN_RECORD));
    const auto dirty = text_from(&bplan_document_get_text, check(with, DIRTY_RECORD));
    std::atomic<int> different{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 200; ++i) {
                const bool first = (t + i) % 2 == 0;
                const std::string_view record = first ? CLEAN_RECORD : DIRTY_RECORD;
                bplan_document* made = nullptr;
                const char* text = nullptr;
                std::int64_t length = 0;
                if (bplan_record_check(with.get(), record.data(), size_of(record), &made,
                                       nullptr) != BPLAN_OK ||
                    bplan_document_get_text(made, &text, &length, nullptr) != BPLAN_OK ||
                    text != (first ? clean : dirty)) {
                    ++different;
                }
                bplan_document_free(made);
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    CHECK(different == 0);
}

TEST_CASE("threads that share a policy and a pseudonymiser get what one alone gets") {
    const std::string_view texts = "17912099997158687101681791209999615068700000";
    const auto policy = test_policy();
    bplan_pseudonymiser* made = nullptr;
    REQUIRE(bplan_pseudonymiser_create_ephemeral("M", 1, "9001", 4, &made, nullptr) == BPLAN_OK);
    const pseudonymiser with{made};
    struct answer {
        std::vector<std::int8_t> reasons = std::vector<std::int8_t>(4);
        std::vector<std::uint8_t> pseudonyms =
            std::vector<std::uint8_t>(std::size_t{4} * BPLAN_PSEUDONYM_SIZE);
        bool operator==(const answer&) const = default;
    };
    const auto ask = [&](answer& to) {
        bplan_number_columns columns = BPLAN_NUMBER_COLUMNS_INIT;
        columns.reasons = to.reasons.data();
        std::int64_t valid = 0;
        std::int64_t count = 0;
        return bplan_number_check_fixed(policy.get(), texts.data(), 11, 4, &columns, &valid,
                                        nullptr) == BPLAN_OK &&
               bplan_pseudonymiser_make_fixed(with.get(), policy.get(), texts.data(), 11, 4,
                                              to.pseudonyms.data(), nullptr, &count,
                                              nullptr) == BPLAN_OK &&
               valid == 2 && count == 2;
    };
    answer alone;
    REQUIRE(ask(alone));
    std::atomic<int> different{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 200; ++i) {
                answer got;
                bplan_number* found = nullptr;
                std::int32_t valid = 0;
                if (!ask(got) || got != alone ||
                    bplan_number_check(policy.get(), texts.data(), 11, &found, nullptr) !=
                        BPLAN_OK ||
                    bplan_number_get_valid(found, &valid, nullptr) != BPLAN_OK || valid != 1) {
                    ++different;
                }
                bplan_number_free(found);
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    CHECK(different == 0);
}

TEST_CASE("threads that share a scheme get what one alone gets") {
    bplan_scheme* made = nullptr;
    REQUIRE(bplan_scheme_create(nullptr, 0, "rule/1", 6, &made, nullptr) == BPLAN_OK);
    const scheme with{made};
    std::vector<std::uint8_t> ratings(3000);
    for (std::size_t i = 0; i < ratings.size(); ++i) {
        ratings[i] = static_cast<std::uint8_t>(i * i % 5); // some are no ratings
    }
    struct answer {
        std::vector<std::int8_t> classes = std::vector<std::int8_t>(2000);
        std::vector<std::int32_t> points = std::vector<std::int32_t>(2000);
        std::int64_t unreadable = 0;
        std::string explained;
        bool operator==(const answer&) const = default;
    };
    const auto ask = [&](answer& to) {
        std::array<const std::uint8_t*, BPLAN_DOMAINS> columns{};
        for (std::size_t d = 0; d < columns.size(); ++d) {
            columns[d] = ratings.data() + 100 * d;
        }
        bplan_score_columns wanted = BPLAN_SCORE_COLUMNS_INIT;
        wanted.classes = to.classes.data();
        wanted.points = to.points.data();
        const std::array<std::uint8_t, BPLAN_DOMAINS> one{1, 3, 2, 1, 3, 1, 3, 2};
        bplan_document* explained = nullptr;
        const char* text = nullptr;
        std::int64_t length = 0;
        const bool good = bplan_scheme_score_columns(with.get(), columns.data(), 2000, &wanted,
                                                     &to.unreadable, nullptr) == BPLAN_OK &&
                          bplan_scheme_explain(with.get(), one.data(), "nb", 2, &explained,
                                               nullptr) == BPLAN_OK &&
                          bplan_document_get_text(explained, &text, &length, nullptr) == BPLAN_OK;
        to.explained.assign(text == nullptr ? "" : text);
        bplan_document_free(explained);
        return good;
    };
    answer alone;
    REQUIRE(ask(alone));
    CHECK(alone.unreadable > 0);
    std::atomic<int> different{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i) {
                answer got;
                if (!ask(got) || got != alone) {
                    ++different;
                }
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    CHECK(different == 0);
}

TEST_CASE("threads that share a context and a table find what one alone finds") {
    using namespace arrow_test;
    const auto with = make_context(test_options());
    std::vector<node> columns;
    for (const auto* name :
         {"municipality", "mapping_year", "mapped_on", "birth_year", "substance_problem",
          "mental_disorder", "housing", "activity", "economy", "physical_health", "mental_health",
          "substance_use", "social_functioning", "network", "services_received"}) {
        columns.push_back(encoded<std::int8_t>(name, {"9001", "red", "x", std::nullopt}));
    }
    const exported rows{table(std::move(columns))};
    const auto findings = [&] {
        bplan_validation* made = nullptr;
        std::int64_t count = -1;
        if (bplan_table_validate(with.get(), &rows.schema, &rows.array, 10, &made, nullptr) ==
            BPLAN_OK) {
            bplan_validation_count_findings(made, BPLAN_SEVERITY_ANY, &count, nullptr);
        }
        bplan_validation_free(made);
        return count;
    };
    const auto alone = findings();
    REQUIRE(alone > 4);
    std::atomic<int> different{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 100; ++i) {
                different += findings() == alone ? 0 : 1;
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    CHECK(different == 0);
}

TEST_CASE("threads that call every function with the same handles get what one alone gets") {
    bplan_error err = BPLAN_ERROR_INIT;
    REQUIRE(make_shared(BRUKERPLAN_SOURCE_DIR "/tests/data/report-document-sample.json", &err) ==
            BPLAN_OK);
    std::vector<const function_call*> calls;
    while (const auto* call = every_function(static_cast<int>(calls.size()))) {
        calls.push_back(call);
    }
    std::atomic<int> failed{0};
    const auto call_all = [&](std::size_t first) {
        bplan_error own = BPLAN_ERROR_INIT;
        for (std::size_t i = 0; i < calls.size(); ++i) {
            failed += calls[(first + i) % calls.size()]->call(&own) == BPLAN_OK ? 0 : 1;
        }
    };
    std::vector<std::thread> threads;
    for (const std::size_t first : {std::size_t{0}, std::size_t{0}, calls.size() / 2}) {
        threads.emplace_back(call_all, first);
    }
    for (auto& thread : threads) {
        thread.join();
    }
    free_shared();
    CHECK(failed == 0);
}

// The parser, the batch check and the reference twin say the same of every text under every policy.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <brukerplan/identity/national_id.hpp>
#include <brukerplan/identity/national_id_batch.hpp>

#include "../../reference/national_id_reference.hpp"
#include "national_id_generator.hpp"

namespace national_id_twin_test {

using namespace brukerplan;
using national_id_test::generator;

reference::answer answer_of(const expected<national_id, national_id_error>& parsed) {
    if (!parsed) {
        return reference::refused(parsed.error().reason, parsed.error().position,
                                  parsed.error().kinds);
    }
    const national_id& id = *parsed;
    reference::answer answer;
    answer.kinds = id.kinds();
    answer.possible_kinds = id.possible_kinds();
    answer.day = static_cast<int>(id.day());
    answer.month = static_cast<int>(id.month());
    answer.birth_years.assign(id.birth_years().begin(), id.birth_years().end());
    answer.birth_year_basis = id.birth_year_basis();
    answer.sex = id.sex();
    answer.sex_basis = id.sex_basis();
    answer.rule_1964 = id.rules().rule_1964;
    answer.rule_2032 = id.rules().rule_2032;
    answer.synthetic = id.is_synthetic();
    answer.ambiguous_kind = id.is_ambiguous_kind();
    return answer;
}

reference::answer answer_of(const national_id_verdict& verdict) {
    reference::answer answer;
    answer.reason = verdict.reason;
    answer.position = verdict.position;
    answer.kinds = verdict.kinds;
    answer.possible_kinds = verdict.possible_kinds;
    answer.day = verdict.day;
    answer.month = verdict.month;
    for (const int year : verdict.birth_years) {
        if (year != 0) {
            answer.birth_years.push_back(year);
        }
    }
    answer.birth_year_basis = verdict.birth_year_basis;
    answer.sex = verdict.sex;
    answer.sex_basis = verdict.sex_basis;
    answer.rule_1964 = verdict.rules().rule_1964;
    answer.rule_2032 = verdict.rules().rule_2032;
    answer.synthetic = (verdict.flags & national_id_verdict::synthetic) != 0;
    answer.ambiguous_kind = (verdict.flags & national_id_verdict::ambiguous_kind) != 0;
    return answer;
}

std::string any_text(generator& random) {
    switch (random.below(9)) {
    case 0:
        return random.bytes();
    case 1:
        return random.number_of_any_kind().substr(1);
    case 2:
    case 3:
        return random.number_of_any_kind();
    case 4:
        return random.leap_day();
    default:
        return random.border_number();
    }
}

/// Number of texts on which the three disagree.
unsigned disagreements(std::uint64_t seed, unsigned policies, unsigned texts_a_policy) {
    generator random{seed};
    unsigned found = 0;
    for (unsigned p = 0; p < policies; ++p) {
        const national_id_policy policy = random.policy();
        const national_id_checker checker{policy};
        for (unsigned t = 0; t < texts_a_policy; ++t) {
            const std::string text = any_text(random);
            const reference::answer slow = reference::parse(text, policy);
            if (answer_of(parse_national_id(text, policy)) != slow ||
                answer_of(checker.check(text)) != slow) {
                ++found;
            }
        }
    }
    return found;
}

TEST_SUITE("identity: national numbers against their slow twin") {

    TEST_CASE("parser, batch check and reference twin agree") {
        CHECK(disagreements(20320101, 400, 100) == 0);
    }

    TEST_CASE("parser, batch check and reference twin agree on millions of texts" *
              doctest::skip()) {
        CHECK(disagreements(19641001, 40000, 100) == 0);
    }

    TEST_CASE("a contiguous batch gives each number the verdict it has alone") {
        generator random{7};
        for (unsigned round = 0; round < 5; ++round) {
            const national_id_policy policy = random.policy();
            std::string numbers;
            std::vector<national_id_verdict> one_by_one;
            for (unsigned i = 0; i < 400; ++i) {
                std::string text = any_text(random);
                text.resize(11, '1');
                numbers += text;
                one_by_one.push_back(national_id_checker{policy}.check(text));
            }
            std::vector<national_id_verdict> together(one_by_one.size());
            const std::size_t accepted = check_national_ids(numbers, together, policy);
            CHECK(together == one_by_one);
            std::size_t counted = 0;
            for (const national_id_verdict& verdict : one_by_one) {
                counted += verdict.accepted() ? 1U : 0U;
            }
            CHECK(accepted == counted);
        }
    }

    TEST_CASE("a column of strings gives each text the verdict it has alone") {
        generator random{8};
        const national_id_checker checker{national_id_policy::every_kind()};
        std::string bytes;
        std::vector<std::int32_t> offsets{0};
        std::vector<std::int64_t> large_offsets{0};
        std::vector<national_id_verdict> one_by_one;
        for (unsigned i = 0; i < 500; ++i) {
            const std::string text = any_text(random);
            bytes += text;
            offsets.push_back(static_cast<std::int32_t>(bytes.size()));
            large_offsets.push_back(static_cast<std::int64_t>(bytes.size()));
            one_by_one.push_back(checker.check(text));
        }
        std::vector<national_id_verdict> column(one_by_one.size());
        checker.check_column<std::int32_t>(bytes, offsets, column);
        CHECK(column == one_by_one);
        column.assign(column.size(), {});
        checker.check_column<std::int64_t>(bytes, large_offsets, column);
        CHECK(column == one_by_one);
    }

    TEST_CASE("every pair of year and individual number has the century the published text gives") {
        namespace facts = brukerplan::detail::person_numbers;
        unsigned differences = 0;
        for (unsigned year = 0; year < 100; ++year) {
            for (unsigned individual = 0; individual < 1000; ++individual) {
                const int i = static_cast<int>(individual);
                const int yy = static_cast<int>(year);
                const int old_year = facts::year_by(facts::birth_number_series, individual, year);
                const int new_year = facts::year_by(facts::d_number_series, individual, year);
                const bool same =
                    old_year == reference::year_of_birth_number(i, yy).value_or(0) &&
                    new_year == reference::year_of_d_number_from_2021(i, yy).value_or(0);
                differences += same ? 0U : 1U;
            }
        }
        CHECK(differences == 0);
    }

} // TEST_SUITE

} // namespace national_id_twin_test

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

#include <brukerplan/model/registration.hpp>

#include "unit/shipped_pack.hpp"

namespace registration_test {

using namespace brukerplan;

/// One row of the newest pack's shape in which only what a test sets has a value.
class form {
public:
    form() : table_(shipped_pack()->make_table()) { table_.origins.push_back({}); }

    form& number(role r, std::int32_t value) {
        column_of(r).append_number(value);
        return *this;
    }
    form& token(role r, std::string_view token) {
        const auto& list = *shipped_pack()->list_of(*shipped_pack()->field_of(r));
        column_of(r).append_code(static_cast<std::uint8_t>(list.find(token).value()));
        return *this;
    }
    form& text(role r, std::string_view value) {
        column_of(r).append_text(value);
        return *this;
    }
    form& codes(role r, code_set value) {
        column_of(r).append_codes(value);
        return *this;
    }
    form& unreadable(role r) {
        column_of(r).append_unreadable("?");
        return *this;
    }
    form& absent(role r) {
        column_of(r).set_present(false);
        return *this;
    }
    registration view() {
        for (auto& column : table_.columns) {
            if (column.size() == 0) {
                column.append_missing();
            }
        }
        return {table_, shipped_pack()->roles, 0};
    }

private:
    column& column_of(role r) {
        return table_.columns[static_cast<std::size_t>(shipped_pack()->roles.column_of(r))];
    }
    column_table table_;
};

TEST_SUITE("model: registration") {

    TEST_CASE("an empty form says nothing") {
        form empty;
        const auto r = empty.view();
        CHECK(r.municipality().empty());
        CHECK(r.national_number().empty());
        CHECK_FALSE(r.mapping_year().has_value());
        CHECK_FALSE(r.mapped_on().has_value());
        CHECK_FALSE(r.birth_year().has_value());
        CHECK(r.sex() == sex::unknown);
        CHECK(r.category() == category::unknown);
        CHECK(r.assessment().assessed() == 0);
        CHECK_FALSE(r.services_received().has_value());
        CHECK(r.asked(role::services_needed));
    }

    TEST_CASE("values are found by their roles") {
        form filled;
        filled.text(role::place_municipality, "9001")
            .number(role::round_mapping_year, 2024)
            .number(role::round_mapped_on, 20'000)
            .number(role::person_birth_year, 1984)
            .token(role::person_sex, "male")
            .codes(role::services_received, {0b11, 0});
        const auto r = filled.view();
        CHECK(r.municipality() == "9001");
        CHECK(r.mapping_year() == 2024);
        CHECK(r.mapped_on() == date{std::chrono::days{20'000}});
        CHECK(r.birth_year() == 1984);
        CHECK(r.sex() == sex::male);
        CHECK(r.services_received() == code_set{0b11, 0});
    }

    TEST_CASE("codes are understood by token, whatever their place in the pack's list") {
        for (const auto& [token, expected] : {std::pair{"green", rating::green},
                                              {"yellow", rating::yellow},
                                              {"red", rating::red}}) {
            for (const domain d : all_domains) {
                form one;
                one.token(role_of(d), token);
                CHECK(one.view().assessment() == assessment{}.with(d, expected));
            }
        }
        form ill;
        ill.token(role::problem_substance, "yes").token(role::problem_mental_disorder, "serious");
        CHECK(ill.view().category() == category::substance_and_serious_mental);
    }

    TEST_CASE("what cannot be read is no value") {
        form bad;
        bad.unreadable(role::domain_housing)
            .unreadable(role::person_sex)
            .unreadable(role::person_birth_year)
            .unreadable(role::services_received);
        const auto r = bad.view();
        CHECK(r.rating_of(domain::housing) == rating::not_assessed);
        CHECK(r.sex() == sex::unknown);
        CHECK_FALSE(r.birth_year().has_value());
        CHECK_FALSE(r.services_received().has_value());
    }

    TEST_CASE("a question that the input does not have was not asked") {
        form without;
        without.absent(role::services_needed);
        CHECK_FALSE(without.view().asked(role::services_needed));
        CHECK(without.view().asked(role::services_received));
    }

    TEST_CASE("a role that no field has says nothing") {
        const column_table table = [] {
            column_table one;
            one.origins.push_back({});
            return one;
        }();
        const role_binding unbound;
        const registration r{table, unbound, 0};
        CHECK(r.municipality().empty());
        CHECK(r.assessment().code() == 0);
        CHECK_FALSE(r.asked(role::person_sex));
    }

    TEST_CASE("every role has a name that leads back to it") {
        for (std::size_t i = 0; i < role_count; ++i) {
            CHECK(role_by_name(role_names[i]) == static_cast<role>(i));
        }
        CHECK_FALSE(role_by_name("domain.weather").has_value());
        CHECK_FALSE(role_by_name("").has_value());
    }
}

} // namespace registration_test

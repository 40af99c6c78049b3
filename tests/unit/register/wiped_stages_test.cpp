// What a stage held is nowhere in memory when the round has gone on to the next.
#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "register/stages.hpp"
#include "round_fixture.hpp"
#include "unit/process_memory.hpp"

namespace wiped_stages_test {

using namespace brukerplan;
using namespace brukerplan::register_test;

/// Bytes to be looked for, turned round so that they stand here in another form.
class sought_bytes {
public:
    explicit sought_bytes(std::span<const std::uint8_t> bytes) {
        for (const auto byte : bytes) {
            masked_.push_back(static_cast<std::uint8_t>(byte ^ mask));
        }
    }
    template <class Value>
    [[nodiscard]] static sought_bytes of(const Value& value) {
        return sought_bytes{{reinterpret_cast<const std::uint8_t*>(&value), sizeof value}};
    }
    [[nodiscard]] std::size_t times() const { return times_in_memory(masked_, mask); }

private:
    static constexpr std::uint8_t mask = 0x5A;
    std::vector<std::uint8_t> masked_;
};

/// The middle of a column: what is freed is often written over at its beginning.
template <class Rows>
sought_bytes housing_in(const Rows& cells) {
    const auto bytes = cells.find(*instrument()->find_field("housing"))->bytes();
    return sought_bytes{bytes.subspan(24, 48)};
}

TEST_SUITE("register: wiped stages") {

    TEST_CASE("cells, pseudonyms and birth dates are gone with the stage that held them") {
        std::mt19937 random{7};
        finding_log log;
        auto collected = new_round(log);
        const std::array<std::string, 3> colours{"green", "yellow", "red"};
        // One row at a time, so that no input holds the columns whole.
        for (int i = 0; i < 120; ++i) {
            const auto born = day(1960, 1, 1) + std::chrono::days{97 * i};
            const auto record = woman_with_both_problems()
                                    .with(identity_of(born, sex::female))
                                    .with({{"housing", colours[random() % 3]},
                                           {"informed", i % 9 == 0 ? "no" : "yes"}});
            add_file(collected, record.file());
        }
        REQUIRE(collected.counts().registrations == 120);
        const auto& kept = detail::stage_access::rows(collected).kept;
        const auto registration = sought_bytes::of(kept.each[60]);
        const auto pseudonym = sought_bytes::of(kept.each[60].person);
        const auto of_collected = housing_in(kept.cells);
        CHECK(registration.times() == 1);
        CHECK(pseudonym.times() == 2); // as who it is, and as who may have objected
        CHECK(of_collected.times() == 1);

        auto merged = merge(std::move(collected), policy_of(), stamp(), log);
        CHECK(registration.times() == 0);
        CHECK(of_collected.times() == 0);
        CHECK(pseudonym.times() == 1);
        const auto of_merged = housing_in(detail::stage_access::rows(merged).cells);
        CHECK(of_merged.times() == 1);

        auto transferable = make_transferable(std::move(merged), stamp());
        CHECK(pseudonym.times() == 0);
        CHECK(of_merged.times() == 0);
        const auto of_transferable = housing_in(detail::stage_access::rows(transferable).cells);
        CHECK(of_transferable.times() == 1);

        const auto result =
            transfer(std::move(transferable), make_transfer_set(*instrument()), stamp());
        CHECK(result.records.rows() == 106);
        CHECK(of_transferable.times() == 1); // in the records themselves
    }
}

} // namespace wiped_stages_test

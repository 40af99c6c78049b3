// What stands around every exported function.
#include "guard.hpp"

#include <doctest/doctest.h>

#include <array>
#include <stdexcept>
#include <string>

namespace capi = brukerplan::capi;

namespace capi_guard_test {

template <class Body>
bplan_error told_by(Body body) {
    bplan_error err = BPLAN_ERROR_INIT;
    int output = 7;
    const auto code = capi::guarded(&err, capi::outputs(&output), body);
    CHECK(code == err.code);
    CHECK(output == 0);
    return err;
}

TEST_CASE("whatever is thrown inside becomes a code") {
    const auto refused = told_by([] {
        throw capi::refusal{BPLAN_ERROR_INVALID_PACK, "first line\nsecond\tline\x7F", 3, 4};
    });
    CHECK(refused.code == BPLAN_ERROR_INVALID_PACK);
    CHECK(std::string{refused.message} == "first line second line ");
    CHECK(refused.row == 3);
    CHECK(refused.column == 4);
    CHECK(told_by([] { throw std::bad_alloc{}; }).code == BPLAN_ERROR_MEMORY);
    CHECK(told_by([] { throw std::bad_array_new_length{}; }).code == BPLAN_ERROR_MEMORY);
    const auto fault = told_by([] { throw std::runtime_error{"housing is 15868710168"}; });
    CHECK(fault.code == BPLAN_ERROR_INTERNAL);
    CHECK(std::string{fault.message}.find("158") == std::string::npos);
    CHECK(told_by([] { throw 17; }).code == BPLAN_ERROR_UNKNOWN);
    CHECK(told_by([] {}).code == BPLAN_OK);
}

} // namespace capi_guard_test

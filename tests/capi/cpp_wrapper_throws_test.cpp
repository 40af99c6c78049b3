// brukerplan_c.hpp where there are exceptions, as C++20.
#include <string_view>

#include <doctest/doctest.h>

#include <brukerplan/brukerplan_c.hpp>

namespace bp = brukerplan_c;

TEST_CASE("where there are exceptions, a value can be taken or thrown for") {
    CHECK(bp::scheme::create({}, "rule/1").value_or_throw().id().value_or_throw() == "rule/1");
    CHECK_NOTHROW(bp::options::create().value().set_language("nb").or_throw());
    try {
        (void)bp::scheme::create({}, "no/1").value_or_throw();
        FAIL("there is no such scheme");
    } catch (const bp::failure& thrown) {
        CHECK(thrown.ended().code() == BPLAN_ERROR_UNKNOWN_SCHEME);
        CHECK(std::string_view{thrown.what()} == thrown.ended().message());
    }
}

// Reports through the C++ wrapper.
#include <fstream>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include <brukerplan/brukerplan_report_c.hpp>

namespace bp = brukerplan_c;

TEST_CASE("a report document becomes a page through the C++ wrapper") {
    std::ostringstream document;
    document
        << std::ifstream{BRUKERPLAN_SOURCE_DIR "/tests/data/report-document-sample.json"}.rdbuf();
    auto options = bp::report_options::create().value();
    REQUIRE(options.set_language("en").ok());
    const auto page = bp::report::render_html(document.str(), options);
    INFO(page.message());
    REQUIRE(page.ok());
    CHECK(page.value().bytes().value().substr(0, 9) == "<!DOCTYPE");
    CHECK(bp::report::render_html("{}").name() == "report_format");
    CHECK(bp::report_abi_version() == bplan_abi_version());
}

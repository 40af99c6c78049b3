// The report library through its C interface.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include <brukerplan/brukerplan_report.h>

namespace capi_report_test {

std::string sample_document() {
    std::ifstream file{BRUKERPLAN_SOURCE_DIR "/tests/data/report-document-sample.json",
                       std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

struct rendered {
    std::int32_t code;
    std::string html;
    std::string message;
};

rendered render(std::string_view document, std::string_view language = {}) {
    bplan_error err = BPLAN_ERROR_INIT;
    bplan_report_options* options = nullptr;
    REQUIRE(bplan_report_options_create(&options, &err) == BPLAN_OK);
    REQUIRE(bplan_report_options_set_language(options, language.data(),
                                              static_cast<std::int64_t>(language.size()),
                                              &err) == BPLAN_OK);
    bplan_report_output* output = nullptr;
    rendered result;
    result.code = bplan_report_render_html(
        document.data(), static_cast<std::int64_t>(document.size()), options, &output, &err);
    result.message = err.message;
    CHECK((result.code == BPLAN_OK) == (output != nullptr));
    if (output != nullptr) {
        const char* bytes = nullptr;
        std::int64_t length = 0;
        REQUIRE(bplan_report_output_get_bytes(output, &bytes, &length, &err) == BPLAN_OK);
        CHECK(bytes[length] == '\0');
        result.html.assign(bytes, static_cast<std::size_t>(length));
    }
    bplan_report_output_free(output);
    bplan_report_options_free(options);
    return result;
}

TEST_CASE("a report document becomes an HTML file in the language that is asked for") {
    const auto document = sample_document();
    const auto bokmal = render(document);
    REQUIRE(bokmal.code == BPLAN_OK);
    CHECK(bokmal.html.starts_with("<!"));
    CHECK(bokmal.html.find("lang=\"nb\"") != std::string::npos);
    CHECK(render(document, "en").html.find("lang=\"en\"") != std::string::npos);
    CHECK(render(document, "nb").html == bokmal.html);
}

TEST_CASE("a document that is none is refused with its own code") {
    const auto document = sample_document();
    CHECK(render("").code == BPLAN_ERROR_REPORT_NOT_JSON);
    CHECK(render("{").code == BPLAN_ERROR_REPORT_NOT_JSON);
    CHECK(render("{}").code == BPLAN_ERROR_REPORT_FORMAT);
    CHECK(render(R"({"format": "brukerplan/report-document", "version": 999})").code ==
          BPLAN_ERROR_REPORT_VERSION);
    CHECK(render(R"({"format": "brukerplan/report-document", "version": 1})").code ==
          BPLAN_ERROR_REPORT_INVALID);
    CHECK(render(document, "xx").code == BPLAN_ERROR_UNKNOWN_LANGUAGE);
    CHECK(render("{").message.find('\n') == std::string::npos);
    CHECK(render("{").message != "");
}

TEST_CASE("the report library tells its interface number") {
    CHECK(bplan_report_abi_version() == BPLAN_ABI_VERSION);
}

} // namespace capi_report_test

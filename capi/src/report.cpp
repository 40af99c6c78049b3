// The report library.
#include <brukerplan/brukerplan_report.h>

#include <memory>
#include <string>

#include <brukerplan/report/html.hpp>

#include "guard.hpp"

namespace capi = brukerplan::capi;

struct bplan_report_options {
    brukerplan::html_options html;
};

struct bplan_report_output {
    std::string bytes;
};

namespace {

std::int32_t code_of(brukerplan::report_error_code code) noexcept {
    using brukerplan::report_error_code;
    switch (code) {
    case report_error_code::not_json:
        return BPLAN_ERROR_REPORT_NOT_JSON;
    case report_error_code::not_a_report:
        return BPLAN_ERROR_REPORT_FORMAT;
    case report_error_code::unknown_version:
        return BPLAN_ERROR_REPORT_VERSION;
    case report_error_code::invalid_document:
        return BPLAN_ERROR_REPORT_INVALID;
    case report_error_code::unknown_language:
        return BPLAN_ERROR_UNKNOWN_LANGUAGE;
    case report_error_code::resource:
        return BPLAN_ERROR_REPORT_RESOURCE;
    }
    return BPLAN_ERROR_INTERNAL;
}

} // namespace

int32_t bplan_report_abi_version() noexcept {
    return BPLAN_ABI_VERSION;
}

int32_t bplan_report_options_create(bplan_report_options** options, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(options), [&] { *options = new bplan_report_options; });
}

void bplan_report_options_free(bplan_report_options* options) noexcept {
    delete options;
}

int32_t bplan_report_options_set_language(bplan_report_options* options, const char* language,
                                          int64_t length, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(), [&] {
        auto& to = capi::required(options, "options").html.language;
        const auto wanted = capi::text_argument(language, length, "language");
        to = std::string{wanted.empty() ? "nb" : wanted};
    });
}

int32_t bplan_report_render_html(const char* document, int64_t length,
                                 const bplan_report_options* options, bplan_report_output** output,
                                 bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(output), [&] {
        const auto text = capi::text_argument(document, length, "document");
        auto result = std::make_unique<bplan_report_output>();
        auto html = brukerplan::render_html(text, options != nullptr ? options->html
                                                                     : brukerplan::html_options{});
        if (!html) {
            throw capi::refusal{code_of(html.error().code), html.error().message};
        }
        result->bytes = *std::move(html);
        *output = result.release();
    });
}

void bplan_report_output_free(bplan_report_output* output) noexcept {
    delete output;
}

int32_t bplan_report_output_get_bytes(const bplan_report_output* output, const char** bytes,
                                      int64_t* length, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(bytes, length), [&] {
        capi::give(capi::required(output, "output").bytes, bytes, length);
    });
}

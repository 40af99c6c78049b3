// Saved validations as JSON: each comes back as it was, or is refused for a reason on one line.
#include <cstdint>
#include <string_view>

#include "interface.hpp"
#include "property.hpp"

namespace {

using validation = std::unique_ptr<bplan_validation, fuzz::freed<&bplan_validation_free>>;

const bplan_context* context() {
    static const fuzz::context made = [] {
        bplan_context* result = nullptr;
        fuzz::must(bplan_context_create(nullptr, &result, nullptr), "a context is made");
        return fuzz::context{result};
    }();
    return made.get();
}

std::string saved(const bplan_validation* of) {
    bplan_document* made = nullptr;
    fuzz::must(bplan_validation_save(of, &made, nullptr), "a validation is saved");
    const fuzz::document owned{made};
    const auto text = fuzz::text_from(&bplan_document_get_text, made);
    fuzz::require(fuzz::on_one_line(text), "what is saved is on one line");
    return std::string{text};
}

/// Null when it is refused.
validation restored(std::string_view json) {
    bplan_validation* made = nullptr;
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code =
        bplan_validation_restore(context(), json.data(), fuzz::size_of(json), &made, &err);
    if (code != BPLAN_OK) {
        fuzz::require(code == BPLAN_ERROR_INVALID_STATE, "a text is refused as no state");
        fuzz::require(made == nullptr, "a failed call leaves nothing");
        fuzz::require_told(err, code);
    }
    return validation{made};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto first = restored(fuzz::text_of(data, size));
    if (!first) {
        return 0;
    }
    const auto text = saved(first.get());
    const auto second = restored(text);
    fuzz::require(second && saved(second.get()) == text, "what is saved comes back as it was");
    bplan_validation* made = nullptr;
    fuzz::must(bplan_validation_merge(first.get(), second.get(), &made, nullptr),
               "parts are joined");
    const validation both{made};
    std::int64_t rows = 0;
    std::int64_t rows_of_both = 0;
    fuzz::must(bplan_validation_count_rows(first.get(), BPLAN_SEVERITY_ANY, &rows, nullptr),
               "rows");
    fuzz::must(bplan_validation_count_rows(both.get(), BPLAN_SEVERITY_ANY, &rows_of_both, nullptr),
               "rows");
    fuzz::require(rows_of_both == 2 * rows, "both parts are there");
    bplan_document* listed = nullptr;
    fuzz::must(bplan_validation_list_findings(both.get(), BPLAN_LISTING_JSON, &listed, nullptr),
               "findings are listed");
    const fuzz::document owned{listed};
    return 0;
}

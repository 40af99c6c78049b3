// Mappings and profiles as JSON: each is used or refused for a reason on one line, and with what is
// used a record is still answered.
#include <cstdint>
#include <string_view>

#include "interface.hpp"
#include "property.hpp"

namespace {

constexpr std::string_view record =
    R"({"municipality": "9001", "kjonn": "K", "housing": "red", "unit": "A", "mapped_on": "2024-10-07"})";

using setter = std::int32_t (*)(bplan_options*, const char*, std::int64_t, bplan_error*);

void use(std::string_view json, setter set) {
    bplan_options* made = nullptr;
    fuzz::require(bplan_options_create(&made, nullptr) == BPLAN_OK, "options are made");
    const fuzz::options with{made};
    bplan_error err = BPLAN_ERROR_INIT;
    fuzz::require(set(with.get(), json.data(), fuzz::size_of(json), &err) == BPLAN_OK,
                  "any text is taken until a context is made");
    bplan_context* built = nullptr;
    const auto code = bplan_context_create(with.get(), &built, &err);
    const fuzz::context context{built};
    if (code != BPLAN_OK) {
        fuzz::require(!context && err.message[0] != '\0' && fuzz::on_one_line(err.message),
                      "what is refused is refused for a reason on one line");
        return;
    }
    bplan_document* answer = nullptr;
    fuzz::require(bplan_record_check(context.get(), record.data(), fuzz::size_of(record), &answer,
                                     nullptr) == BPLAN_OK,
                  "a record is answered");
    const fuzz::document owned{answer};
    const char* text = nullptr;
    std::int64_t length = 0;
    fuzz::require(bplan_document_get_text(answer, &text, &length, nullptr) == BPLAN_OK &&
                      fuzz::on_one_line({text, static_cast<std::size_t>(length)}),
                  "the answer stays on one line");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto json = fuzz::text_of(data, size);
    use(json, &bplan_options_set_mapping_json);
    use(json, &bplan_options_set_profile_json);
    return 0;
}

// Options, contexts, errors and versions through the C interface.
#include "handles.hpp"

#include <cstring>
#include <fstream>
#include <iterator>

#include "records.h"

namespace capi_context_test {

using namespace capi_test;

struct outcome {
    std::int32_t code;
    std::string message;
};

outcome context_from(const options& from) {
    bplan_context* made = nullptr;
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code = bplan_context_create(from.get(), &made, &err);
    CHECK((code == BPLAN_OK) == (made != nullptr));
    CHECK(err.code == code);
    bplan_context_free(made);
    return {code, err.message};
}

std::string shipped_pack() {
    std::ifstream file{BRUKERPLAN_SOURCE_DIR "/packs/brukerplan-2024.json", std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    text.replace(text.find(what), what.size(), with);
    return text;
}

TEST_CASE("the default context has the newest pack, its first scheme, and bokmal") {
    const auto with = make_context(options{});
    CHECK(text_from(&bplan_context_get_pack_id, with) == "brukerplan/2024");
    CHECK(text_from(&bplan_context_get_scheme_id, with) == "sum16/1");
    CHECK(text_from(&bplan_context_get_language, with) == "nb");
    CHECK(number_from(&bplan_context_get_test_numbers, with) == 0);
}

TEST_CASE("packs, schemes and languages are found by name, or the context says which was not") {
    const auto expect = [](auto set, std::string_view text, std::int32_t code) {
        CAPTURE(text);
        const auto from = make_options();
        REQUIRE(set(from.get(), text.data(), size_of(text), nullptr) == BPLAN_OK);
        const auto got = context_from(from);
        CHECK(got.code == code);
        CHECK((code == BPLAN_OK) == got.message.empty());
    };
    expect(&bplan_options_set_pack, "brukerplan/2024", BPLAN_OK);
    expect(&bplan_options_set_pack, "", BPLAN_OK);
    expect(&bplan_options_set_pack, "brukerplan/1066", BPLAN_ERROR_UNKNOWN_PACK);
    expect(&bplan_options_set_scheme, "sum16/1", BPLAN_OK);
    expect(&bplan_options_set_scheme, "", BPLAN_OK);
    expect(&bplan_options_set_scheme, "sum16/99", BPLAN_ERROR_UNKNOWN_SCHEME);
    expect(&bplan_options_set_language, "nn", BPLAN_OK);
    expect(&bplan_options_set_language, "", BPLAN_OK);
    expect(&bplan_options_set_language, "xx", BPLAN_ERROR_UNKNOWN_LANGUAGE);
    expect(&bplan_options_set_pack_json, "{}", BPLAN_ERROR_INVALID_PACK);
    expect(&bplan_options_set_pack_json, "no pack\nat all", BPLAN_ERROR_INVALID_PACK);
    expect(&bplan_options_set_pack_json, shipped_pack(), BPLAN_OK);
}

TEST_CASE("messages come in the language of the context") {
    const auto message = [](std::string_view language) {
        const auto result = check(make_context(test_options(language)), "{}");
        return text_from(&bplan_document_get_text, result);
    };
    CHECK(message("nb") != message("en"));
    CHECK(message("nb") != message("nn"));
}

TEST_CASE("a pack of the caller's own is used, and what is wrong with it is told in one line") {
    const auto own = replaced(shipped_pack(), "\"id\": \"brukerplan/2024\"", "\"id\": \"own/1\"");
    const auto from = make_options();
    REQUIRE(bplan_options_set_pack(from.get(), "unknown", 7, nullptr) == BPLAN_OK);
    REQUIRE(bplan_options_set_pack_json(from.get(), own.data(), size_of(own), nullptr) == BPLAN_OK);
    CHECK(text_from(&bplan_context_get_pack_id, make_context(from)) == "own/1");

    const auto broken = replaced(own, "\"type\": \"municipality\"", "\"type\": \"town\"");
    REQUIRE(bplan_options_set_pack_json(from.get(), broken.data(), size_of(broken), nullptr) ==
            BPLAN_OK);
    const auto got = context_from(from);
    CHECK(got.code == BPLAN_ERROR_INVALID_PACK);
    CHECK(got.message.starts_with("pack: /fields/1/type: "));
    CHECK(got.message.find('\n') == std::string::npos);

    REQUIRE(bplan_options_set_pack(from.get(), nullptr, 0, nullptr) == BPLAN_OK);
    CHECK(context_from(from).code == BPLAN_OK);
}

TEST_CASE("days that do not exist and periods that end before they begin are refused") {
    const auto from = make_options();
    bplan_error err = BPLAN_ERROR_INIT;
    const int wrong[][3] = {{2024, 2, 30},  {2023, 2, 29},        {2024, 13, 1}, {2024, 0, 1},
                            {0, 1, 1},      {10000, 1, 1},        {-1, 1, 1},    {2024, 1, -5},
                            {2024, 1, 257}, {65536 + 2024, 1, 1}, {2024, 257, 1}};
    for (const auto& [year, month, day] : wrong) {
        for (const auto set : {&bplan_options_set_reference_date, &bplan_options_set_period_first,
                               &bplan_options_set_period_last}) {
            CHECK(set(from.get(), year, month, day, &err) == BPLAN_ERROR_INVALID_ARGUMENT);
        }
    }
    REQUIRE(bplan_options_set_period_first(from.get(), 2024, 10, 8, nullptr) == BPLAN_OK);
    REQUIRE(bplan_options_set_period_last(from.get(), 2024, 10, 7, nullptr) == BPLAN_OK);
    CHECK(context_from(from).code == BPLAN_ERROR_INVALID_ARGUMENT);
    REQUIRE(bplan_options_set_period_last(from.get(), 0, 0, 0, nullptr) == BPLAN_OK);
    CHECK(context_from(from).code == BPLAN_OK);
    CHECK(bplan_options_set_test_numbers(from.get(), 2, nullptr) == BPLAN_ERROR_INVALID_ARGUMENT);
}

TEST_CASE("options may be changed or freed without a context noticing") {
    auto from = test_options();
    const auto with = make_context(from);
    REQUIRE(bplan_options_set_test_numbers(from.get(), 0, nullptr) == BPLAN_OK);
    from.reset();
    CHECK(number_from(&bplan_context_get_test_numbers, with) == 1);
}

TEST_CASE("an error begins empty, is filled by a failure and emptied by the next success") {
    bplan_error err;
    std::memset(&err, 0xAB, sizeof err);
    REQUIRE(bplan_error_init(sizeof err, &err) == BPLAN_OK);
    const bplan_error initial = BPLAN_ERROR_INIT;
    CHECK(err.struct_size == initial.struct_size);
    CHECK(err.code == initial.code);
    CHECK(err.row == initial.row);
    CHECK(err.column == initial.column);
    CHECK(err.reserved == initial.reserved);
    CHECK(std::string_view{err.message} == "");

    bplan_context* context = nullptr;
    CHECK(bplan_options_set_test_numbers(nullptr, 1, &err) == BPLAN_ERROR_NULL_ARGUMENT);
    CHECK(err.code == BPLAN_ERROR_NULL_ARGUMENT);
    CHECK(std::string_view{err.message} == "options is null");
    CHECK(bplan_context_create(nullptr, &context, &err) == BPLAN_OK);
    CHECK(err.code == BPLAN_OK);
    CHECK(std::string_view{err.message} == "");
    bplan_context_free(context);
}

TEST_CASE("an error of a program that was compiled later is used as far as it is known") {
    struct {
        bplan_error known;
        char later[64];
    } err;
    std::memset(&err, 0x55, sizeof err);
    err.known.struct_size = sizeof err;
    CHECK(bplan_options_set_test_numbers(nullptr, 1, &err.known) == BPLAN_ERROR_NULL_ARGUMENT);
    CHECK(err.known.code == BPLAN_ERROR_NULL_ARGUMENT);
    CHECK(err.later[0] == 0x55);
    for (const std::uint32_t size : {0U, 279U, 0x55555555U}) {
        err.known.struct_size = size;
        CHECK(bplan_options_set_test_numbers(nullptr, 1, &err.known) == BPLAN_ERROR_STRUCT_SIZE);
        CHECK(bplan_error_init(size, &err.known) == BPLAN_ERROR_STRUCT_SIZE);
    }
}

TEST_CASE("a message that is too long is cut between two characters") {
    const auto pack = "{\"" + std::string(300, 'x') + "\": 1}";
    std::string letters = "{\"";
    for (int i = 0; i < 200; ++i) {
        letters += "\xC3\xB8";
    }
    letters += "\": 1}";
    for (const auto& json : {pack, letters, " " + letters}) {
        const auto from = make_options();
        REQUIRE(bplan_options_set_pack_json(from.get(), json.data(), size_of(json), nullptr) ==
                BPLAN_OK);
        const auto got = context_from(from);
        CHECK(got.code == BPLAN_ERROR_INVALID_PACK);
        CHECK(got.message.size() >= 254);
        CHECK(got.message.size() <= 255);
        CHECK(got.message.back() != '\xC3');
    }
}

TEST_CASE("codes have names and versions are told") {
    const auto name = [](std::int32_t code) {
        const char* text = nullptr;
        std::int64_t length = 0;
        REQUIRE(bplan_code_get_name(code, &text, &length, nullptr) == BPLAN_OK);
        return std::string(text, static_cast<std::size_t>(length));
    };
    CHECK(name(BPLAN_OK) == "ok");
    CHECK(name(BPLAN_ERROR_MEMORY) == "memory");
    const char* text = "before";
    std::int64_t length = 7;
    CHECK(bplan_code_get_name(12345, &text, &length, nullptr) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(text == nullptr);
    CHECK(bplan_abi_version() == BPLAN_ABI_VERSION);
    REQUIRE(bplan_library_get_version(&text, &length, nullptr) == BPLAN_OK);
    CHECK(std::string_view{text} == BRUKERPLAN_VERSION);
    CHECK(length == size_of(BRUKERPLAN_VERSION));
}

} // namespace capi_context_test

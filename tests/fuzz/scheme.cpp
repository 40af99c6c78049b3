// Scoring schemes as JSON: what is refused is refused for a reason on one line; what is accepted
// scores, explains and compares itself.
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "interface.hpp"
#include "property.hpp"

namespace {

using scheme = std::unique_ptr<bplan_scheme, fuzz::freed<&bplan_scheme_free>>;

struct answer {
    std::int32_t index_class = 0;
    std::int32_t points = 0;
    std::int32_t answered = 0;
    std::int32_t reason = 0;
    bool operator==(const answer&) const = default;
};

scheme made_of(std::string_view json, bplan_error& err) {
    bplan_scheme* made = nullptr;
    const auto code = bplan_scheme_create_from_json(json.data(), fuzz::size_of(json), &made, &err);
    fuzz::require((code == BPLAN_OK) == (made != nullptr), "a scheme, or a code that is none");
    return scheme{made};
}

void check_scores(const bplan_scheme* scheme) {
    constexpr std::int32_t step = 257; // a prime: meets every rating of every domain
    std::vector<std::uint16_t> codes;
    std::vector<answer> one_by_one;
    for (std::int32_t code = 0; code < BPLAN_ASSESSMENTS; code += step) {
        answer by_code;
        fuzz::require(bplan_scheme_score_code(scheme, code, &by_code.index_class, &by_code.points,
                                              &by_code.answered, &by_code.reason,
                                              nullptr) == BPLAN_OK,
                      "every assessment is scored");
        fuzz::require((by_code.index_class == BPLAN_CLASS_NONE) ==
                          (by_code.reason != BPLAN_NO_CLASS_HAS_CLASS),
                      "a class, or a reason why there is none");
        codes.push_back(static_cast<std::uint16_t>(code));
        one_by_one.push_back(by_code);
    }
    std::vector<std::int8_t> classes(codes.size());
    std::vector<std::int32_t> points(codes.size());
    bplan_score_columns columns = BPLAN_SCORE_COLUMNS_INIT;
    columns.classes = classes.data();
    columns.points = points.data();
    fuzz::require(bplan_scheme_score_packed(scheme, codes.data(),
                                            static_cast<std::int64_t>(codes.size()), &columns,
                                            nullptr) == BPLAN_OK,
                  "many assessments are scored");
    for (std::size_t i = 0; i < codes.size(); ++i) {
        fuzz::require(classes[i] == one_by_one[i].index_class && points[i] == one_by_one[i].points,
                      "many are scored as one is");
    }
}

void check_documents(const bplan_scheme* scheme, std::uint8_t choice) {
    std::array<std::uint8_t, BPLAN_DOMAINS> ratings{};
    for (std::size_t d = 0; d < ratings.size(); ++d) {
        ratings[d] = static_cast<std::uint8_t>((choice >> (d % 4)) & 3U);
    }
    bplan_document* explained = nullptr;
    fuzz::require(bplan_scheme_explain(scheme, ratings.data(), "nn", 2, &explained, nullptr) ==
                      BPLAN_OK,
                  "every assessment is explained");
    const fuzz::document owned{explained};
    bplan_document* compared = nullptr;
    fuzz::require(bplan_scheme_compare(scheme, scheme, nullptr, &compared, nullptr) == BPLAN_OK,
                  "a scheme is compared with itself");
    const fuzz::document also_owned{compared};
    for (const auto* document : {explained, compared}) {
        const char* text = nullptr;
        std::int64_t length = 0;
        fuzz::require(bplan_document_get_text(document, &text, &length, nullptr) == BPLAN_OK &&
                          fuzz::on_one_line({text, static_cast<std::size_t>(length)}),
                      "documents stay on one line");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    bplan_error err = BPLAN_ERROR_INIT;
    const auto made = made_of(fuzz::text_of(data, size), err);
    if (!made) {
        fuzz::require(err.message[0] != '\0' && fuzz::on_one_line(err.message),
                      "what is refused is refused for a reason on one line");
        return 0;
    }
    check_scores(made.get());
    check_documents(made.get(), size == 0 ? 0 : data[size / 2]);
    return 0;
}

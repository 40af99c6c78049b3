// One scheme: where it comes from, one score, why it is so, and how another scheme differs.
#include "scheme.hpp"

#include <memory>

#include <brukerplan/scoring/comparison.hpp>
#include <brukerplan/scoring/explanation.hpp>

#include "arguments.hpp"
#include "document.hpp"
#include "instrument.hpp"
#include "write/scoring_json.hpp"

namespace capi = brukerplan::capi;

namespace {

std::unique_ptr<bplan_scheme> compiled(brukerplan::scheme_definition definition) {
    return std::unique_ptr<bplan_scheme>{
        new bplan_scheme{brukerplan::scheme{std::move(definition)}}};
}

/// The four numbers of a score.
struct score_outputs {
    std::int32_t* index_class;
    std::int32_t* points;
    std::int32_t* answered;
    std::int32_t* reason;

    void give(const brukerplan::score& s) const noexcept {
        *index_class = static_cast<std::int32_t>(s.result);
        *points = s.points;
        *answered = s.answered;
        *reason = static_cast<std::int32_t>(s.reason);
    }
};

/// Null stands for every assessment once.
brukerplan::scheme_comparison compare(const brukerplan::scheme& first,
                                      const brukerplan::scheme& second,
                                      const std::int64_t* counts) {
    if (counts == nullptr) {
        return compare_schemes(first, second);
    }
    brukerplan::scheme_comparison result;
    std::uint64_t left = INT64_MAX; // every sum in the document is a whole number of 64 bits
    for (const auto a : brukerplan::all_assessments) {
        const auto count = counts[a.code()];
        if (count < 0 || static_cast<std::uint64_t>(count) > left) {
            throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT,
                                "a count is negative, or they are too many together", a.code()};
        }
        left -= static_cast<std::uint64_t>(count);
        result.add(first(a).result, second(a).result, static_cast<std::uint64_t>(count));
    }
    return result;
}

std::string_view language_argument(const char* language, std::int64_t length) {
    const auto given = capi::text_argument(language, length, "language");
    if (!given.empty() && !brukerplan::speaks(given)) {
        throw capi::refusal{BPLAN_ERROR_UNKNOWN_LANGUAGE,
                            "explanations are in nb, nn and en alone"};
    }
    return given.empty() ? "nb" : given;
}

} // namespace

int32_t bplan_scheme_create(const char* pack_id, int64_t pack_id_length, const char* scheme_id,
                            int64_t scheme_id_length, bplan_scheme** scheme,
                            bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(scheme), [&] {
        const auto id = capi::text_argument(scheme_id, scheme_id_length, "scheme_id");
        const auto pack =
            capi::pack_argument(capi::text_argument(pack_id, pack_id_length, "pack_id"), {});
        auto definition = capi::scheme_in(*pack, id);
        if (!definition) {
            throw capi::refusal{BPLAN_ERROR_UNKNOWN_SCHEME, "the pack has no scoring scheme"};
        }
        *scheme = compiled(*std::move(definition)).release();
    });
}

int32_t bplan_scheme_create_from_json(const char* json, int64_t length, bplan_scheme** scheme,
                                      bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(scheme), [&] {
        *scheme = compiled(capi::own_scheme(capi::text_argument(json, length, "json"))).release();
    });
}

void bplan_scheme_free(bplan_scheme* scheme) noexcept {
    delete scheme;
}

int32_t bplan_scheme_get_id(const bplan_scheme* scheme, const char** id, int64_t* length,
                            bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(id, length),
                         [&] { capi::give(capi::scheme_argument(scheme).id(), id, length); });
}

int32_t bplan_scheme_score_ratings(const bplan_scheme* scheme, const uint8_t* ratings,
                                   int32_t* index_class, int32_t* points, int32_t* answered,
                                   int32_t* reason, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(index_class, points, answered, reason), [&] {
        const auto& by = capi::scheme_argument(scheme);
        const auto a = capi::assessment_of(ratings);
        const score_outputs to{index_class, points, answered, reason};
        to.give(a ? by(*a) : brukerplan::unreadable_score);
    });
}

int32_t bplan_scheme_score_code(const bplan_scheme* scheme, int32_t code, int32_t* index_class,
                                int32_t* points, int32_t* answered, int32_t* reason,
                                bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(index_class, points, answered, reason), [&] {
        const auto& by = capi::scheme_argument(scheme);
        if (code < 0 || code >= static_cast<std::int32_t>(brukerplan::assessment::space)) {
            throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "a code lies from 0 to 65535"};
        }
        const score_outputs to{index_class, points, answered, reason};
        to.give(by(brukerplan::assessment{static_cast<std::uint16_t>(code)}));
    });
}

int32_t bplan_scheme_explain(const bplan_scheme* scheme, const uint8_t* ratings,
                             const char* language, int64_t language_length,
                             bplan_document** document, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(document), [&] {
        const auto& by = capi::scheme_argument(scheme);
        const auto a = capi::assessment_of(ratings);
        if (!a) {
            throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "a number is no rating"};
        }
        const auto in = language_argument(language, language_length);
        *document =
            capi::document_of(brukerplan::detail::explanation_object(explain(by, *a), by, in));
    });
}

int32_t bplan_scheme_compare(const bplan_scheme* first, const bplan_scheme* second,
                             const int64_t* counts, bplan_document** document,
                             bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(document), [&] {
        const auto& one = capi::required(first, "first").compiled;
        const auto& other = capi::required(second, "second").compiled;
        *document = capi::document_of(brukerplan::detail::comparison_object(
            compare(one, other, counts), one.id(), other.id()));
    });
}

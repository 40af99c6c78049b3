// Municipality codes, counties and districts through time.
#include <cstring>
#include <memory>
#include <vector>

#include <brukerplan/identity/municipality.hpp>

#include "arguments.hpp"
#include "document.hpp"
#include "guard.hpp"
#include "write/identity_json.hpp"

namespace capi = brukerplan::capi;
namespace json = boost::json;

using brukerplan::date;
using brukerplan::municipality_error;
using brukerplan::municipality_validity;

namespace {

/// The interface begins with 1: 0 is the answer of a failed call.
constexpr std::int32_t code_of(municipality_validity validity) noexcept {
    return static_cast<std::int32_t>(validity) + 1;
}
static_assert(code_of(municipality_validity::valid) == BPLAN_MUNICIPALITY_VALID &&
              code_of(municipality_validity::not_yet_valid) == BPLAN_MUNICIPALITY_NOT_YET_VALID &&
              code_of(municipality_validity::no_longer_valid) ==
                  BPLAN_MUNICIPALITY_NO_LONGER_VALID &&
              code_of(municipality_validity::unknown_code) == BPLAN_MUNICIPALITY_UNKNOWN_CODE &&
              code_of(municipality_validity::malformed_code) == BPLAN_MUNICIPALITY_MALFORMED_CODE &&
              code_of(municipality_validity::fictional_code) == BPLAN_MUNICIPALITY_FICTIONAL_CODE &&
              code_of(municipality_validity::before_facts) == BPLAN_MUNICIPALITY_BEFORE_FACTS);

constexpr std::int64_t code_size = 4;

[[noreturn]] void refuse(municipality_error error) {
    switch (error) {
    case municipality_error::not_valid_on_date:
        throw capi::refusal{BPLAN_ERROR_NOT_VALID_ON_DATE, "the code is not valid on its date"};
    case municipality_error::before_facts:
        throw capi::refusal{BPLAN_ERROR_BEFORE_FACTS, "the facts begin on 1 January 2006"};
    case municipality_error::missing_weight:
        throw capi::refusal{BPLAN_ERROR_MISSING_WEIGHT,
                            "a branch of a split on the way has no weight"};
    case municipality_error::invalid_weight:
        break;
    }
    throw capi::refusal{BPLAN_ERROR_INVALID_WEIGHT,
                        "a weight is negative or not finite, or their sum is"
                        " 0 or not finite"};
}

void need_facts(date day) {
    if (day < brukerplan::municipality_facts_from) {
        refuse(municipality_error::before_facts);
    }
}

/// The caller's weights, as JSON and as read from it.
class weight_list {
public:
    explicit weight_list(std::string_view text) {
        if (text.empty()) {
            return;
        }
        boost::system::error_code failure;
        json_ = json::parse(text, failure);
        if (failure || !json_.is_array()) {
            throw capi::refusal{BPLAN_ERROR_INVALID_WEIGHT, "the weights are not a list in JSON"};
        }
        for (const auto& element : json_.get_array()) {
            weights_.push_back(weight_in(element));
        }
    }

    [[nodiscard]] const std::vector<brukerplan::split_weight>& all() const noexcept {
        return weights_;
    }

private:
    [[nodiscard]] brukerplan::split_weight weight_in(const json::value& element) const {
        if (const auto* object = element.if_object()) {
            const auto* before = object->if_contains("before");
            const auto* after = object->if_contains("after");
            const auto* weight = object->if_contains("weight");
            if (before != nullptr && before->is_string() && after != nullptr &&
                after->is_string() && weight != nullptr && weight->is_number()) {
                return {before->get_string(), after->get_string(), weight->to_number<double>()};
            }
        }
        throw capi::refusal{BPLAN_ERROR_INVALID_WEIGHT,
                            "a weight is not an object with the texts before and after and the"
                            " number weight",
                            static_cast<std::int64_t>(weights_.size())};
    }

    json::value json_;
    std::vector<brukerplan::split_weight> weights_; // refers to the texts of the JSON
};

/// Whether a code of a county or a district holds on a day of which there are facts.
template <class Holds>
int32_t get_valid(const char* code, int64_t length, int32_t year, int32_t month, int32_t day,
                  Holds holds, int32_t* valid, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(valid), [&] {
        const auto text = capi::text_argument(code, length, "code");
        const auto on = capi::day_argument(year, month, day);
        need_facts(on);
        *valid = holds(text, on) ? 1 : 0;
    });
}

} // namespace

int32_t bplan_municipality_get_validity(const char* code, int64_t length, int32_t year,
                                        int32_t month, int32_t day, int32_t* validity,
                                        bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(validity), [&] {
        const auto text = capi::text_argument(code, length, "code");
        const auto on = capi::day_argument(year, month, day);
        *validity = code_of(brukerplan::municipality_validity_on(text, on));
    });
}

int32_t bplan_municipality_describe(const char* code, int64_t length, int32_t year, int32_t month,
                                    int32_t day, int32_t to_year, int32_t to_month, int32_t to_day,
                                    bplan_document** document, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(document), [&] {
        const auto text = capi::text_argument(code, length, "code");
        const auto on = capi::day_argument(year, month, day);
        const auto to = capi::date_argument(to_year, to_month, to_day);
        auto answer = brukerplan::detail::municipality_object(text, on, to);
        if (brukerplan::municipality_validity_on(text, on) ==
            municipality_validity::malformed_code) {
            answer["code"] = nullptr; // it may be anything, also a national number
        }
        *document = capi::document_of(answer);
    });
}

int32_t bplan_municipality_trace(const char* code, int64_t length, int32_t from_year,
                                 int32_t from_month, int32_t from_day, int32_t to_year,
                                 int32_t to_month, int32_t to_day, const char* weights,
                                 int64_t weights_length, bplan_document** document,
                                 bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(document), [&] {
        const auto text = capi::text_argument(code, length, "code");
        const auto from = capi::day_argument(from_year, from_month, from_day);
        const auto to = capi::day_argument(to_year, to_month, to_day);
        const weight_list given{capi::text_argument(weights, weights_length, "weights")};
        const auto trace = brukerplan::trace_municipality(text, from, to, given.all());
        if (!trace) {
            refuse(trace.error());
        }
        *document = capi::document_of(
            brukerplan::detail::municipality_trace_object(text, from, to, *trace));
    });
}

int32_t bplan_municipality_find_by_name(const char* name, int64_t length, int32_t year,
                                        int32_t month, int32_t day, bplan_document** document,
                                        bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(document), [&] {
        const auto text = capi::text_argument(name, length, "name");
        const auto on = capi::date_argument(year, month, day);
        if (on) {
            need_facts(*on);
        }
        *document = capi::document_of(brukerplan::detail::municipalities_named_object(text, on));
    });
}

int32_t bplan_municipality_list(int32_t year, int32_t month, int32_t day, bplan_document** document,
                                bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(document), [&] {
        const auto on = capi::day_argument(year, month, day);
        need_facts(on);
        *document = capi::document_of(brukerplan::detail::municipality_list_object(on));
    });
}

int32_t bplan_municipality_same_territory(const char* first_code, int64_t first_length,
                                          int32_t first_year, int32_t first_month,
                                          int32_t first_day, const char* second_code,
                                          int64_t second_length, int32_t second_year,
                                          int32_t second_month, int32_t second_day, int32_t* same,
                                          bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(same), [&] {
        const auto first = capi::text_argument(first_code, first_length, "first_code");
        const auto first_on = capi::day_argument(first_year, first_month, first_day);
        const auto second = capi::text_argument(second_code, second_length, "second_code");
        const auto second_on = capi::day_argument(second_year, second_month, second_day);
        const auto answer = brukerplan::same_territory(first, first_on, second, second_on);
        if (!answer) {
            refuse(answer.error());
        }
        *same = *answer ? 1 : 0;
    });
}

int32_t bplan_municipality_check_many(const char* codes, int64_t codes_stride, const int32_t* days,
                                      int64_t days_stride, int64_t count, int8_t* validities,
                                      int64_t* valid, bplan_error* err) noexcept {
    const auto code = capi::guarded(err, capi::outputs(valid), [&] {
        const auto size = capi::count_argument(count);
        const auto* text = capi::array_argument(codes, size, "codes");
        const auto* day = reinterpret_cast<const char*>(capi::array_argument(days, size, "days"));
        auto* to = capi::array_argument(validities, size, "validities");
        capi::need_stride(codes_stride, code_size, "codes_stride");
        if (days_stride != 0) {
            capi::need_stride(days_stride, sizeof(std::int32_t), "days_stride");
        }
        std::int64_t accepted = 0;
        for (std::size_t i = 0; i < size; ++i) {
            std::int32_t days_since_1970 = 0;
            std::memcpy(&days_since_1970, day + i * static_cast<std::size_t>(days_stride),
                        sizeof days_since_1970);
            const auto validity = brukerplan::municipality_validity_on(
                {text + i * static_cast<std::size_t>(codes_stride), code_size},
                date{std::chrono::days{days_since_1970}});
            to[i] = static_cast<std::int8_t>(code_of(validity));
            accepted += validity == municipality_validity::valid ? 1 : 0;
        }
        *valid = accepted;
    });
    if (code != BPLAN_OK) {
        capi::empty_array(validities, count);
    }
    return code;
}

int32_t bplan_county_get_valid(const char* code, int64_t length, int32_t year, int32_t month,
                               int32_t day, int32_t* valid, bplan_error* err) noexcept {
    const auto holds = [](auto text, date on) { return brukerplan::county_valid_on(text, on); };
    return get_valid(code, length, year, month, day, holds, valid, err);
}

int32_t bplan_district_get_valid(const char* code, int64_t length, int32_t year, int32_t month,
                                 int32_t day, int32_t* valid, bplan_error* err) noexcept {
    const auto holds = [](auto text, date on) { return brukerplan::district_valid_on(text, on); };
    return get_valid(code, length, year, month, day, holds, valid, err);
}

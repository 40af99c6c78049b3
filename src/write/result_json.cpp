#include "write/result_json.hpp"

#include <brukerplan/validation/validator.hpp>

#include "write/document_json.hpp"

namespace brukerplan::detail {

boost::json::object parameters_object(const finding& f) {
    boost::json::object result;
    for (const auto& p : f.parameters) {
        auto& value = result[p.name];
        if (const auto* number = std::get_if<std::int64_t>(&p.value)) {
            value = *number;
        } else if (const auto* word = std::get_if<std::string>(&p.value)) {
            value = *word;
        } else {
            auto& list = value.emplace_array();
            for (const auto& w : std::get<std::vector<std::string>>(p.value)) {
                list.emplace_back(w);
            }
        }
    }
    return result;
}

boost::json::object finding_object(const finding& f, const pack& instrument,
                                   std::string_view language) {
    const auto& r = instrument.rules[f.rule];
    boost::json::array related;
    for (const auto field : related_fields(f, instrument)) {
        related.emplace_back(instrument.fields[field].name);
    }
    boost::json::object result;
    result["code"] = r.code;
    result["severity"] = token_of(f.severity);
    result["record"] = f.record;
    result["row_ref"] = text_or_null(f.row_ref);
    result["unit"] = text_or_null(f.unit);
    result["field"] = f.field == finding::no_field
                          ? boost::json::value{}
                          : boost::json::value(instrument.fields[f.field].name);
    result["related"] = std::move(related);
    result["message"] = message_of(f, instrument, language);
    result["action"] = action_of(f, instrument, language);
    result["pack"] = instrument.id;
    result["params"] = parameters_object(f);
    return result;
}

boost::json::object score_object(std::string_view row_ref, const score& s, const scheme& by) {
    boost::json::object result;
    result["row_ref"] = text_or_null(row_ref);
    result["points"] =
        s.has_class() && by.has_points() ? boost::json::value(s.points) : boost::json::value{};
    result["class"] = token_of(s.result);
    result["answered"] = s.answered;
    result["scheme"] = by.id();
    result["reason"] = text_or_null(token_of(s.reason));
    return result;
}

} // namespace brukerplan::detail

// What a bplan_document holds: the result as JSON, and the few numbers that a form asks for.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include <boost/json.hpp>

#include <brukerplan/brukerplan.h>
#include <brukerplan/model/severity.hpp>
#include <brukerplan/scoring/scheme.hpp>

struct bplan_document {
    boost::json::object content;
    std::string text;                          ///< the content, on one line
    std::optional<brukerplan::severity> worst; ///< none when it was not validated
    std::optional<brukerplan::score> score;    ///< none when it was not scored
    std::optional<std::int64_t> unknown_keys;  ///< none when it is about no record
};

namespace brukerplan::capi {

/// A document that has its text alone.
[[nodiscard]] inline bplan_document* document_of(const boost::json::object& content) {
    auto document = std::make_unique<bplan_document>();
    document->text = boost::json::serialize(content);
    return document.release();
}

} // namespace brukerplan::capi

#include "instrument/json_document.hpp"

#include <algorithm>
#include <string>

#include "instrument/json_reader.hpp"
#include "instrument/repeated_keys.hpp"

namespace brukerplan::detail {

namespace {

/// The line, from 1, on which a text that is not JSON ceases to be.
std::ptrdiff_t line_of_fault(std::string_view json) {
    boost::json::parser parser;
    boost::system::error_code failure;
    const auto good = json.substr(0, parser.write_some(json.data(), json.size(), failure));
    return 1 + std::count(good.begin(), good.end(), '\n');
}

} // namespace

boost::json::value parse_document(std::string_view json) {
    boost::system::error_code failure;
    auto document = boost::json::parse({json.data(), json.size()}, failure);
    if (failure) {
        throw json_fault{"", "this is not JSON: " + failure.message() + " on line " +
                                 std::to_string(line_of_fault(json))};
    }
    refuse_repeated_keys(json);
    return document;
}

} // namespace brukerplan::detail

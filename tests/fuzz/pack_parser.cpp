// The input is a pack as JSON. What is accepted must be usable: records made from its own fields
// and tokens go through it.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>

#include "record_result.hpp"

namespace json = boost::json;

namespace {

using namespace fuzz;

/// The answer of bplan_context_create() to a pack.
struct loaded {
    std::int32_t code = BPLAN_OK;
    std::string message;
    fuzz::context context;
};

loaded load(std::string_view pack, std::string_view language) {
    bplan_options* made = nullptr;
    must(bplan_options_create(&made, nullptr), "options are made");
    const options held{made};
    must(bplan_options_set_pack_json(made, pack.data(), size_of(pack), nullptr), "a pack is taken");
    must(bplan_options_set_language(made, language.data(), size_of(language), nullptr), "language");
    must(bplan_options_set_test_numbers(made, 1, nullptr), "test numbers");
    bplan_context* context_made = nullptr;
    bplan_error err = BPLAN_ERROR_INIT;
    loaded result;
    result.code = bplan_context_create(made, &context_made, &err);
    result.context.reset(context_made);
    if (result.code != BPLAN_OK) {
        require(context_made == nullptr, "a failed call leaves no context");
        require_told(err, result.code);
        result.message = err.message;
    }
    return result;
}

/// `pack: <JSON pointer>: <what is wrong>`; the pointer to the whole document is empty.
void check_refusal(const loaded& refused) {
    require(refused.code == BPLAN_ERROR_INVALID_PACK, "a pack is refused as a pack");
    std::string_view rest{refused.message};
    require(rest.starts_with("pack: "), "a message says what it is about");
    rest.remove_prefix(6);
    require(rest.starts_with(": ") || rest.starts_with('/'), "a message says where it stands");
    const bool cut = refused.message.size() > 250;
    const auto colon = rest.find(": ");
    require(cut || (colon != rest.npos && colon + 2 < rest.size()), "a message says what is wrong");
}

/// What a form could write in a field: its tokens, and values of any type, taken in turn.
std::vector<json::value> values_of(const json::object& field, const json::value& pack) {
    std::vector<json::value> values;
    if (const auto* name = field.if_contains("list")) {
        for (const auto& list : pack.at("code_lists").as_array()) {
            if (list.at("name") != *name) {
                continue;
            }
            for (const auto* key : {"codes", "alone"}) {
                if (const auto* codes = list.as_object().if_contains(key)) {
                    for (const auto& code : codes->as_array()) {
                        values.push_back(code.at("token"));
                    }
                }
            }
        }
    }
    for (const char* text : {"2024-10-07", "2024", "15868710168", "9001", "0301", "030101", "0",
                             "-1", "99", "x", ""}) {
        values.emplace_back(text);
    }
    return values;
}

std::vector<std::string> records_for(const json::value& pack) {
    constexpr std::size_t records = 6;
    std::array<json::object, records> made;
    for (const auto& entry : pack.at("fields").as_array()) {
        const auto& field = entry.as_object();
        const auto values = values_of(field, pack);
        for (std::size_t i = 0; i < records; ++i) {
            auto& cell = made[i][field.at("name").as_string()];
            cell = values[i * 5 % values.size()];
            if (field.at("type") == "codes" && i % 2 == 1) {
                cell = json::array{values.front(), cell};
            }
        }
    }
    std::vector<std::string> texts{"{}", "no record"};
    for (const auto& record : made) {
        texts.push_back(json::serialize(record));
    }
    return texts;
}

void check_accepted(const loaded& accepted, std::string_view text) {
    json::error_code failure;
    const auto pack = json::parse(text, failure);
    require(!failure, "a pack is JSON");
    const auto language = std::string{pack.at("languages").as_array().back().as_string()};
    const auto again = load(text, language);
    const auto rewritten = load(json::serialize(pack), "");
    require(again.code == BPLAN_OK && rewritten.code == BPLAN_OK, "what was accepted is again");
    for (const auto* other : {&again, &rewritten}) {
        for (const auto call : {&bplan_context_get_pack_id, &bplan_context_get_scheme_id}) {
            require(text_from(call, accepted.context.get()) ==
                        text_from(call, other->context.get()),
                    "the same pack has the same name and scheme");
        }
    }
    const auto rules = order_of_rules(pack);
    for (const auto& record : records_for(pack)) {
        const auto result = checked_result(accepted.context.get(), rules, record);
        require(checked_result(rewritten.context.get(), rules, record) == result,
                "the same pack gives the same results");
        result_of(again.context.get(), rules, record); // in another language
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = text_of(data, size);
    if (text.empty()) {
        return 0; // stands for the pack that comes with the library
    }
    const auto result = load(text, "");
    if (result.code == BPLAN_OK) {
        check_accepted(result, text);
    } else {
        check_refusal(result);
        const auto again = load(text, "");
        require(again.code == result.code && again.message == result.message,
                "the same pack is refused for the same reason");
    }
    return 0;
}

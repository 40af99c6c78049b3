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

/// Tokens of the list that a field of codes names.
std::vector<json::value> tokens_of(const json::object& field, const json::value& pack) {
    std::vector<json::value> tokens;
    for (const auto& list : pack.at("code_lists").as_array()) {
        if (!field.contains("list") || list.at("name") != field.at("list")) {
            continue;
        }
        for (const auto* key : {"codes", "alone"}) {
            if (const auto* codes = list.as_object().if_contains(key)) {
                for (const auto& code : codes->as_array()) {
                    tokens.push_back(code.at("token"));
                }
            }
        }
    }
    return tokens;
}

/// What a form writes as a rule, by the type of the field.
json::value usual_value(const json::object& field, const json::value& pack) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> usual{
        {{"date", "2024-10-07"},
         {"integer", "2024"},
         {"national_number", "15868710168"}, // nobody's: month + 80
         {"municipality", "9001"},
         {"district", "030101"},
         {"text", "x"}}};
    for (const auto& [type, value] : usual) {
        if (field.at("type").as_string() == type) {
            return json::value(value);
        }
    }
    return tokens_of(field, pack).front();
}

/// What a form could write: the field's tokens, and values of any type.
std::vector<json::value> possible_values(const json::object& field, const json::value& pack) {
    auto values = tokens_of(field, pack);
    for (const char* text : {"07.10.2024", "16", "0301", "-1", "2147483647", "-2147483648", "99",
                             "Kanarifugl", "", "a|b"}) {
        values.emplace_back(text);
    }
    return values;
}

/// One record as it should be, and others that mix what a field
/// may hold with what it may not.
std::vector<std::string> records_for(const json::value& pack) {
    std::array<json::object, 12> made;
    std::size_t position = 0;
    for (const auto& entry : pack.at("fields").as_array()) {
        const auto& field = entry.as_object();
        const auto& name = field.at("name").as_string();
        const auto values = possible_values(field, pack);
        made[0][name] = usual_value(field, pack);
        for (std::size_t i = 1; i < made.size(); ++i) {
            const bool usual = (i + position) % 3 == 0;
            made[i][name] =
                usual ? usual_value(field, pack) : values[(i + position) % values.size()];
            if (field.at("type") == "codes" && i % 2 == 1) {
                made[i][name] = json::array{values.front(), values[i % values.size()]};
            }
        }
        ++position;
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
    bplan_document* described = nullptr;
    must(bplan_context_describe(accepted.context.get(), &described, nullptr),
         "a pack is described");
    const fuzz::document description{described};
    require(json::parse(text_from(&bplan_document_get_text, described)).at("pack") == pack.at("id"),
            "a description names its pack");
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

// Numbers, messages and catalogues in the three languages of a report.
#include <algorithm>
#include <cmath>
#include <set>

#include "report/clean_text.hpp"
#include "report/language.hpp"
#include "report_fixture.hpp"

namespace language_test {

using namespace report_fixture;
using brukerplan::detail::css_string;
using brukerplan::detail::number_texts;
using brukerplan::detail::report_language;

const std::string sp{hard_space};
const std::string minus{minus_sign};

/// What the report says and what the page of findings says, in one.
json::object catalogue(const std::string& language) {
    auto whole = json::parse(read_source("src/report/texts/" + language + ".json")).as_object();
    const auto more =
        json::parse(read_source("src/report/texts/findings_" + language + ".json")).as_object();
    for (const auto& group : more) {
        auto& into = whole[group.key()];
        if (!into.is_object()) {
            into.emplace_object();
        }
        for (const auto& text : group.value().as_object()) {
            const bool is_new = into.get_object().insert(text).second;
            CHECK_MESSAGE(is_new, std::string{text.key()});
        }
    }
    return whole;
}

std::set<std::string> keys_of(const json::object& object) {
    std::set<std::string> keys;
    for (const auto& member : object) {
        keys.insert(std::string{member.key()});
    }
    return keys;
}

/// `0p 1s`: which arguments a message takes, and whether each selects a plural or is a string.
std::string arguments_of(std::string_view pattern) {
    std::string found;
    for (int i = 0; i < 10; ++i) {
        const auto number = std::to_string(i);
        if (contains(pattern, "{" + number + ", plural")) {
            found += number + "p ";
        }
        if (contains(pattern, "{" + number + "}")) {
            found += number + "s ";
        }
    }
    return found;
}

double luminance(std::string_view hex) {
    double result = 0;
    const double weights[] = {0.2126, 0.7152, 0.0722};
    for (std::size_t i = 0; i < 3; ++i) {
        const double c = std::stoi(std::string{hex.substr(1 + 2 * i, 2)}, nullptr, 16) / 255.0;
        result += weights[i] * (c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
    }
    return result;
}

/// WCAG 2.2, contrast ratio.
double contrast(std::string_view a, std::string_view b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

std::string colour(std::string_view block, const std::string& name) {
    const auto found = between(block, "--" + name + ": ", ";");
    return found.empty() ? "" : found.front();
}

TEST_CASE("numbers are written as the language writes them") {
    const number_texts nb{"nb_NO"};
    const number_texts nn{"nn_NO"};
    const number_texts en{"en_GB"};
    CHECK(nb.count(0) == "0");
    CHECK(nb.count(58'790) == "58" + sp + "790");
    CHECK(nn.count(1'234'567) == "1" + sp + "234" + sp + "567");
    CHECK(en.count(58'790) == "58,790");
    CHECK(nb.difference(12) == "+12");
    CHECK(nb.difference(0) == "0");
    CHECK(nb.difference(-1'234) == minus + "1" + sp + "234");
    CHECK(en.difference(-5) == "-5");
}

TEST_CASE("shares are whole percent, and neither nobody nor everybody by rounding") {
    const number_texts nb{"nb_NO"};
    const number_texts en{"en_GB"};
    CHECK(nb.share(1, 2) == "50" + sp + "%");
    CHECK(en.share(1, 2) == "50%");
    CHECK(nb.share(25, 200) == "13" + sp + "%");
    CHECK(nb.share(0, 390) == "0" + sp + "%");
    CHECK(nb.share(1, 390) == "<1" + sp + "%");
    CHECK(nb.share(389, 390) == ">99" + sp + "%");
    CHECK(nb.share(390, 390) == "100" + sp + "%");
    CHECK(nb.share(0, 0) == "");
}

TEST_CASE("periods and lists") {
    using brukerplan::make_date;
    const number_texts nb{"nb_NO"};
    const number_texts en{"en_GB"};
    const std::string dash = "\xE2\x80\x93";
    CHECK(nb.period(*make_date(2024, 10, 7), *make_date(2024, 10, 18)) ==
          "7." + dash + "18. oktober 2024");
    CHECK(en.period(*make_date(2024, 10, 7), *make_date(2024, 10, 18)) ==
          "7" + dash + "18 October 2024");
    CHECK(nb.period(*make_date(2024, 1, 31), *make_date(2024, 1, 31)) == "31. januar 2024");
    CHECK(nb.list({"A"}) == "A");
    CHECK(nb.list({"A", "B", "C"}) == "A, B og C");
    CHECK(en.list({"A", "B", "C"}) == "A, B and C");
}

TEST_CASE("one, several and none are said differently") {
    const report_language nb{"nb"};
    const report_language nn{"nn"};
    const report_language en{"en"};
    CHECK(nb.message("unit_persons", 1) == "1 person");
    CHECK(nb.message("unit_persons", 0) == "0 personer");
    CHECK(nb.message("unit_persons", 1'234) == "1" + sp + "234 personer");
    CHECK(nn.message("unit_persons", 2) == "2 personar");
    CHECK(en.message("unit_children", 1) == "1 child");
    CHECK(en.message("unit_children", 2) == "2 children");
    CHECK(nb.message("persons_note", 0, "5", "5") == "Hver person er registrert \xC3\xA9n gang.");
    CHECK(en.message("findings_intro", 1).starts_with("The checks gave 1 finding."));
}

TEST_CASE("a message longer than any buffer is written in full") {
    const report_language nb{"nb"};
    const std::string longest(5'000, 'x');
    CHECK(nb.message("municipality", longest) == longest + " kommune");
}

TEST_CASE("the catalogues hold the same keys, and no text is empty") {
    const auto nb = catalogue("nb");
    for (const auto* language : {"nn", "en"}) {
        const auto other = catalogue(language);
        CHECK(other.at("language") == language);
        CHECK(keys_of(other) == keys_of(nb));
        for (const auto& group : nb) {
            if (group.value().is_object()) {
                CHECK(keys_of(other.at(group.key()).as_object()) ==
                      keys_of(group.value().as_object()));
                for (const auto& text : other.at(group.key()).as_object()) {
                    CHECK_FALSE(text.value().as_string().empty());
                }
            }
        }
    }
}

TEST_CASE("a message takes the same arguments in every language, without holes") {
    const auto nb = catalogue("nb").at("messages").as_object();
    for (const auto& message : nb) {
        const std::string expected = arguments_of(message.value().as_string());
        for (const auto* language : {"nn", "en"}) {
            const auto other = catalogue(language);
            CHECK_MESSAGE(arguments_of(other.at("messages").at(message.key()).as_string()) ==
                              expected,
                          std::string{message.key()});
        }
        // ICU reads arguments by position, so each number up to the last must be in use, once.
        for (std::size_t i = 0; i < expected.size() / 3; ++i) {
            CHECK_MESSAGE(expected[3 * i] == static_cast<char>('0' + i),
                          std::string{message.key()});
        }
    }
}

TEST_CASE("text stands out from its ground at least 4.5 to 1, in light and in dark") {
    const auto css = read_source("src/report/templates/report.css");
    const auto blocks = between(css, ":root {", "}");
    REQUIRE(blocks.size() == 2);
    const auto pick = [&](bool dark, const std::string& name) {
        const auto own = colour(blocks[dark ? 1 : 0], name);
        return own.empty() ? colour(blocks[0], name) : own;
    };
    const std::vector<std::pair<std::string, std::string>> pairs{
        {"ink", "paper"},         {"muted", "paper"},      {"accent", "paper"},
        {"link", "wash"},         {"accent", "wash"},      {"ink", "warn"},
        {"ink", "info"},          {"green-text", "green"}, {"yellow-text", "yellow"},
        {"red-text", "red"},      {"blue-text", "blue"},   {"unknown-text", "unknown"},
        {"absent-text", "absent"}};
    for (const bool dark : {false, true}) {
        for (const auto& [text, ground] : pairs) {
            const auto ratio = contrast(pick(dark, text), pick(dark, ground));
            CHECK_MESSAGE(ratio >= 4.5, text << " on " << ground << " is " << ratio);
        }
        // What is drawn stands out at least 3 to 1, by its fill or by its edge.
        for (const auto* shape :
             {"green", "yellow", "red", "blue", "unknown", "absent", "first", "second"}) {
            const auto paper = pick(dark, "paper");
            const auto ratio = std::max(contrast(pick(dark, shape), paper),
                                        contrast(pick(dark, std::string{shape} + "-edge"), paper));
            CHECK_MESSAGE(ratio >= 3.0, shape << " is " << ratio);
        }
    }
}

TEST_CASE("a string for a style sheet cannot end early") {
    CHECK(css_string("a\"b\\c;}") == "\"a\\22 b\\5c c\\3b \\7d \"");
    CHECK(css_string("\xC3\xA6 1") == "\"\xC3\xA6 1\"");
}

} // namespace language_test

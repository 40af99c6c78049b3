// Runs the cases of the conformance kit through the installed library:
//
//     conformance <folder or file>...
//
// Prints each difference, and ends with 0 only if at least one case ran and none differs. Cases are
// read with jansson.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "answers.hpp"

namespace {

/// The files of a folder in the order of their names, or one file.
std::vector<std::filesystem::path> files_of(const std::filesystem::path& place) {
    if (!std::filesystem::is_directory(place)) {
        return {place};
    }
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{place}) {
        if (entry.path().extension() == ".ndjson") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// One case a line. Whether the whole file could be read.
bool read(const std::filesystem::path& file, std::vector<json>& cases) {
    std::ifstream from{file, std::ios::binary};
    bool good = from.is_open();
    for (std::string line; good && std::getline(from, line);) {
        if (line.find_first_not_of(" \t\r") != std::string::npos) {
            cases.push_back(json::parse(line));
            good = static_cast<bool>(cases.back());
        }
    }
    if (!good) {
        std::cerr << file.string() << ": cannot be read\n";
    }
    return good;
}

/// Whether every key of `expected` is in the answer as it should be; says what is not.
bool agrees(const json& one, const std::optional<json>& answer, std::string_view how = "") {
    std::string differences;
    const auto expected = one["expected"];
    expected.each([&](const char* key, const json& value) {
        const auto came = answer ? (*answer)[key] : json{};
        if (answer && came != value) {
            const auto instead = (came ? came : (*answer)["error"]).dumped();
            differences += std::string{"  "} + key + "\n    expected: " + value.dumped() +
                           "\n    came: " + (instead.empty() ? "nothing" : instead) + "\n";
        }
    });
    if (!answer) {
        differences = "  the runner is too old for this case\n";
    } else if (expected.size() == 0) {
        differences = "  the case expects nothing\n";
    }
    if (!differences.empty()) {
        std::cout << one["id"].text() << how << ": " << one["reason"].text() << '\n' << differences;
    }
    return differences.empty();
}

/// The score cases that have passed once more, those of one scheme together.
void compare_together(const std::vector<json>& cases, std::vector<bool>& passed) {
    std::map<std::string, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (passed[i] && cases[i]["kind"].text() == "score" && !cases[i]["expected"]["error"]) {
            const auto given = cases[i]["given"];
            auto scheme = json::object();
            given.each([&](const char* key, const json& value) {
                if (std::string_view{key} != "ratings") {
                    scheme.set(key, value);
                }
            });
            groups[scheme.dumped(JSON_SORT_KEYS)].push_back(i);
        }
    }
    for (const auto& [scheme, members] : groups) {
        std::vector<json> given;
        for (const auto i : members) {
            given.push_back(cases[i]["given"]);
        }
        const auto answers = answer_together(given);
        for (std::size_t k = 0; k < members.size(); ++k) {
            const auto came = k < answers.size() ? std::optional{answers[k]} : std::nullopt;
            passed[members[k]] = agrees(cases[members[k]], came, ", among many");
        }
    }
}

} // namespace

int main(int argc, char** argv) {
    std::vector<json> cases;
    for (int i = 1; i < argc; ++i) {
        for (const auto& file : files_of(argv[i])) {
            if (!read(file, cases)) {
                return 2;
            }
        }
    }
    std::vector<bool> passed;
    std::set<std::string> ids;
    std::map<std::string, int> by_kind;
    for (const auto& one : cases) {
        const auto kind = std::string{one["kind"].text()};
        const bool first = ids.insert(std::string{one["id"].text()}).second;
        if (!first) {
            std::cout << one["id"].text() << ": there is more than one case of this id\n";
        }
        passed.push_back(agrees(one, answer(kind, one["given"])) && first);
        ++by_kind[kind];
    }
    compare_together(cases, passed);

    const auto agreed = std::count(passed.begin(), passed.end(), true);
    std::cout << "conformance: " << cases.size() << " cases, " << agreed << " passed (";
    const char* between = "";
    for (const auto& [kind, number] : by_kind) {
        std::cout << std::exchange(between, ", ") << kind << ' ' << number;
    }
    std::cout << ")\n";
    return !cases.empty() && agreed == static_cast<std::ptrdiff_t>(cases.size()) ? 0 : 1;
}

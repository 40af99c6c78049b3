// Runs a harness over the files named on the command line, and over all files of the folders named
// there: what a fuzzer found once is tried again by every build, with any compiler.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "property.hpp"

namespace {

namespace fs = std::filesystem;

/// In order of their names, so that runs can be compared.
std::vector<fs::path> inputs_in(const fs::path& place) {
    if (!fs::is_directory(place)) {
        return {place};
    }
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator{place}) {
        if (entry.is_regular_file()) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// An input is handed over in memory of exactly its size, so that a sanitizer sees a step too far.
bool run(const fs::path& input) {
    std::ifstream file{input, std::ios::binary};
    const std::vector<char> read{std::istreambuf_iterator<char>{file}, {}};
    if (!file.is_open() || file.bad()) {
        std::fprintf(stderr, "%s cannot be read\n", input.c_str());
        return false;
    }
    std::printf("%s\n", input.c_str()); // the last line names the input that ended the process
    std::fflush(stdout);
    const std::vector<std::uint8_t> bytes{read.begin(), read.end()};
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    return true;
}

} // namespace

int main(int argc, char** argv) {
    try {
        std::size_t inputs = 0;
        for (int i = 1; i < argc; ++i) {
            for (const auto& input : inputs_in(argv[i])) {
                if (!run(input)) {
                    return 2;
                }
                ++inputs;
            }
        }
        std::printf("%zu inputs\n", inputs);
        return inputs == 0 ? 2 : 0;
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "fuzz: %s\n", fault.what());
        return 1;
    }
}

// Checks a record through the C++ wrapper.
#include <cstdio>

#include <brukerplan/brukerplan_c.hpp>

namespace bp = brukerplan_c;

int main() {
    const auto context = bp::context::create();
    const auto document = bp::check_record(context.value(), R"({"housing": "blue"})");
    if (!document) {
        std::fprintf(stderr, "%s\n", document.message().data());
        return 2;
    }
    for (const auto finding : document.value().findings().value()) {
        std::printf("%s: %s\n", finding.field().data(), finding.code().data());
    }
}

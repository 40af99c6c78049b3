// Reads a national number with headers alone.
#include <cstdio>

#include <brukerplan/identity/national_id.hpp>

int main() {
    const auto id =
        brukerplan::parse_national_id("15868710168", brukerplan::national_id_policy::every_kind());
    std::printf("number: %s\n", id && id->is_synthetic() ? "synthetic" : "not read");
}

// Reads a record and validates it with the C++ library.
#include <iostream>

#include <brukerplan/brukerplan.hpp>

int main() {
    const auto instrument = brukerplan::newest_pack();
    const auto record = brukerplan::json_record_reader{instrument}.read(R"({"housing": "blue"})");
    brukerplan::finding_log log;
    (void)brukerplan::validator{instrument}.validate(record.table, log);
    for (const auto& finding : log.details()) {
        if (finding.field == instrument->find_field("housing")) {
            std::cout << instrument->rules[finding.rule].code << '\n';
        }
    }
}

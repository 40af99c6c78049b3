#include <brukerplan/write/transfer_file.hpp>

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include <brukerplan/write/unidentified_rows.hpp>

namespace brukerplan {

void write_transfer_file(const transferred_round& round, const pack& instrument,
                         const std::function<void(std::string_view)>& sink) {
    if (round.receipt.pack != instrument.id || round.receipt.edition != instrument.edition ||
        round.records.columns.size() != instrument.fields.size()) {
        throw std::invalid_argument{"the records are of another pack"};
    }
    std::vector<std::size_t> fields;
    std::copy_if(round.fields.fields.begin(), round.fields.fields.end(), std::back_inserter(fields),
                 [&](std::size_t f) { return round.records.columns[f].present(); });
    unidentified_rows file{instrument, std::move(fields), unidentified_rows::purpose::use,
                           csv_style{}, sink};
    for (std::size_t row = 0; row < round.records.rows(); ++row) {
        file.add(round.records, row);
    }
}

} // namespace brukerplan

// What leaves the municipality, as a file that every command reads again.
#pragma once

#include <functional>
#include <string_view>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/register/transferred_round.hpp>

namespace brukerplan {

/// CSV, UTF-8, comma, `\n`, with those columns of the transfer set that the records have, by their
/// English names. The bytes that the receipt's SHA-256 is of. Throws `std::invalid_argument` for
/// records of another pack.
void write_transfer_file(const transferred_round& round, const pack& instrument,
                         const std::function<void(std::string_view)>& sink);

} // namespace brukerplan

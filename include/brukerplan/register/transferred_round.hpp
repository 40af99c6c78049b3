// The last stage: what goes to the register, and what the municipality keeps of it, the receipt.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <brukerplan/model/column_table.hpp>
#include <brukerplan/register/transferable_round.hpp>

namespace brukerplan {

/// A rule that a profile has changed.
struct rule_tuned {
    std::string rule;     ///< its code
    std::string area;     ///< where; empty: everywhere
    std::string severity; ///< its token, or `off`
};

/// What a receipt says; `write/receipt_document.hpp` makes the document, with the SHA-256 of the
/// file that `write/transfer_file.hpp` makes of the records.
struct receipt {
    std::string mapping_id;
    mapping_round scope;
    std::string pack;
    std::string edition;
    std::string merge_policy;
    std::vector<std::pair<std::string, merge_rule>> merge_changes; ///< by the names of fields
    std::vector<rule_tuned> rule_changes;                          ///< by the caller
    std::string transfer_set;
    bool test_numbers = false;
    std::string library; ///< version
    collection_counts collected;
    merge_counts merged;
    transfer_counts transferred;
    date transferred_on;
    date delete_by; ///< ten years later
    std::vector<trail_entry> trail;
};

/// The records that leave, as a table of the pack's shape: columns outside the transfer set, and
/// those that no input had, are absent. Rows in the order of their running numbers.
struct transferred_round {
    column_table records;
    brukerplan::transfer_set fields;
    brukerplan::receipt receipt;
};

/// Takes a transferable round, which is then empty: nothing is left but the result. Throws
/// `std::invalid_argument` for a set of another pack or an unusable stamp; the round is then as it
/// was.
[[nodiscard]] transferred_round transfer(transferable_round&& round, const transfer_set& fields,
                                         step_stamp stamp);

} // namespace brukerplan

#include <brukerplan/write/receipt_document.hpp>

#include <boost/json.hpp>

#include <brukerplan/write/transfer_file.hpp>

#include "identity/sha256.hpp"
#include "write/document_json.hpp"

namespace brukerplan {

namespace {

namespace json = boost::json;

constexpr std::string_view receipt_format = "brukerplan/receipt";

json::object round_object(const receipt& r) {
    json::object round;
    round["mapping"] = r.mapping_id;
    round["municipality"] = r.scope.municipality;
    round["mapping_year"] = r.scope.year;
    round["first_mapped_on"] = detail::date_or_null(r.scope.first_day);
    round["last_mapped_on"] = detail::date_or_null(r.scope.last_day);
    return round;
}

json::object made_by_object(const receipt& r) {
    json::object made_by;
    made_by["library"] = r.library;
    made_by["pack"] = r.pack;
    made_by["edition"] = r.edition;
    made_by["merge_policy"] = r.merge_policy;
    auto& merge_rules = made_by["merge_rules"].emplace_object();
    for (const auto& [field, rule] : r.merge_changes) {
        merge_rules[field] = token_of(rule);
    }
    auto& rule_changes = made_by["rule_changes"].emplace_array();
    for (const auto& change : r.rule_changes) {
        json::object object;
        object["rule"] = change.rule;
        object["area"] = change.area;
        object["severity"] = change.severity;
        rule_changes.emplace_back(std::move(object));
    }
    made_by["transfer_set"] = r.transfer_set;
    made_by["test_numbers"] = r.test_numbers;
    return made_by;
}

json::object rows_object(const collection_counts& c) {
    json::object rows;
    rows["rows"] = c.rows;
    rows["unreadable"] = c.unreadable;
    rows["with_errors"] = c.with_errors;
    rows["objected"] = c.objected;
    rows["objections_without_number"] = c.objections_without_number;
    rows["withdrawn"] = c.withdrawn;
    rows["out_of_age"] = c.out_of_age;
    rows["registrations"] = c.registrations;
    rows["objection_unanswered"] = c.objection_unanswered;
    return rows;
}

json::object persons_object(const receipt& r) {
    json::object persons;
    persons["persons"] = r.merged.persons;
    persons["unlinked"] = r.merged.unlinked;
    persons["merged"] = r.merged.merged;
    persons["suspected_pairs"] = r.merged.suspected_pairs;
    persons["suspected_objections"] = r.merged.suspected_objections;
    persons["not_informed"] = r.transferred.not_informed;
    persons["transferable"] = r.transferred.transferable;
    return persons;
}

json::object file_object(const transferred_round& round, const pack& instrument) {
    detail::sha256 hash;
    std::uint64_t bytes = 0;
    write_transfer_file(round, instrument, [&](std::string_view part) {
        hash.add(part);
        bytes += part.size();
    });
    json::object file;
    file["records"] = round.records.rows();
    file["bytes"] = bytes;
    file["sha256"] = hash.hex();
    auto& fields = file["fields"].emplace_array();
    for (const auto f : round.fields.fields) {
        if (round.records.columns[f].present()) {
            fields.emplace_back(instrument.fields[f].name);
        }
    }
    return file;
}

json::object step_object(const trail_entry& entry) {
    json::object step;
    step["step"] = entry.step;
    step["by"] = entry.stamp.by;
    step["on"] = detail::date_or_null(entry.stamp.on);
    auto& counts = step["counts"].emplace_object();
    for (const auto& [name, count] : entry.counts) {
        counts[name] = count;
    }
    return step;
}

} // namespace

std::string make_receipt_document(const transferred_round& round, const pack& instrument) {
    const auto& r = round.receipt;
    json::object document;
    document["format"] = receipt_format;
    document["version"] = 1;
    document["round"] = round_object(r);
    document["made_by"] = made_by_object(r);
    document["rows"] = rows_object(r.collected);
    document["persons"] = persons_object(r);
    document["file"] = file_object(round, instrument);
    document["transferred_on"] = detail::date_or_null(r.transferred_on);
    document["delete_by"] = detail::date_or_null(r.delete_by);
    auto& trail = document["trail"].emplace_array();
    for (const auto& entry : r.trail) {
        trail.emplace_back(step_object(entry));
    }
    return json::serialize(document) + "\n";
}

} // namespace brukerplan

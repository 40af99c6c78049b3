// A pack with one of everything, small enough to be damaged in many ways.
#pragma once

#include <string>
#include <string_view>

#include <boost/json.hpp>

namespace pack_test {

inline std::string small_pack_text() {
    std::string json = R"({
      "format": "brukerplan/pack", "version": 1, "id": "small/1", "edition": "1", "year": 2024,
      "title": T, "note": T, "languages": ["nb", "en"],
      "fields": [
        {"name": "municipality", "alias": "kommune", "type": "municipality", "required": true,
         "role": "place.municipality", "ground": "seed", "label": T, "description": T},
        {"name": "mapped_on", "alias": "dato", "type": "date", "role": "round.mapped_on",
         "ground": "seed", "label": T, "description": T},
        {"name": "mapping_year", "alias": "aar", "type": "integer", "role": "round.mapping_year",
         "unit": "years", "ground": "seed", "label": T, "description": T},
        {"name": "sex", "alias": "kjoenn", "type": "code", "list": "sex", "role": "person.sex",
         "ground": "law", "label": T, "description": T},
        {"name": "housing", "alias": "bolig", "type": "code", "list": "rating",
         "role": "domain.housing", "ground": "public", "label": T, "description": T},
        {"name": "received", "alias": "mottatt", "type": "codes", "list": "service",
         "role": "services.received", "ground": "ours", "label": T, "description": T},
        {"name": "needed", "alias": "behov", "type": "codes", "list": "service",
         "role": "services.needed", "ground": "ours", "label": T, "description": T},
        {"name": "number", "alias": "nummer", "type": "national_number",
         "role": "identity.national_number", "ground": "seed", "label": T, "description": T},
        {"name": "note", "alias": "notat", "type": "text", "ground": "ours", "label": T,
         "description": T}],
      "required_any": [["mapping_year", "mapped_on"]],
      "code_lists": [
        {"name": "sector", "ground": "ours", "codes": [
          {"token": "nav", "label": T, "municipal": true}, {"token": "other", "label": T}]},
        {"name": "rating", "ground": "public", "codes": [
          {"token": "green", "label": T, "number": 1}, {"token": "yellow", "label": T, "number": 2},
          {"token": "red", "label": T, "number": 3}]},
        {"name": "sex", "ground": "ours", "codes": [
          {"token": "male", "label": T}, {"token": "female", "label": T}]},
        {"name": "service", "ground": "ours", "codes": [
          {"token": "guidance", "label": T, "sector": "nav"},
          {"token": "dental", "label": T, "sector": "other"}],
         "alone": [{"token": "none", "label": T}, {"token": "unknown", "label": T}]}],
      "age_groups": {"id": "age/1", "ground": "ours", "lower_bounds": [16, 18, 67]},
      "schemes": [{"id": "sum/1", "kind": "weighted_sum", "ground": "ours", "label": T,
        "points": {"green": 0, "yellow": 1, "red": 2}, "weights": {"housing": 2},
        "classes": [{"class": "green", "from": 0}, {"class": "red", "from": 3}],
        "minimum_assessed": 1}],
      "rules": [
        {"code": "R-1", "kind": "row", "severity": "fatal", "ground": "ours", "fields": [],
         "fault": "cells", "title": T, "reason": T, "message": T, "action": T},
        {"code": "R-2", "kind": "in_list", "severity": "error", "ground": "ours", "fields": ["*"],
         "title": T, "reason": T, "message": T, "action": T},
        {"code": "R-3", "kind": "range", "severity": "error", "ground": "ours",
         "fields": ["mapping_year"], "minimum": 2000, "maximum": 2100, "unreadable": true,
         "title": T, "reason": T, "message": T, "action": T},
        {"code": "R-4", "kind": "conflict", "severity": "warning", "ground": "ours",
         "fields": ["received", "needed"],
         "cases": [[{"field": "received", "has_any": ["guidance", "none"]},
                    {"field": "needed", "lacks_sector": ["nav"]}],
                   [{"field": "housing", "is": ["red", "missing"]}, {"field": "age", "at_least": 16}]],
         "title": T, "reason": T, "message": T, "action": T},
        {"code": "R-5", "kind": "alone", "severity": "error", "ground": "ours",
         "fields": ["received"], "title": T, "reason": T, "message": T, "action": T}]})";
    constexpr std::string_view text = R"({"nb": "Norsk", "en": "English"})";
    for (auto at = json.find(" T"); at != std::string::npos; at = json.find(" T", at)) {
        json.replace(at + 1, 1, text);
    }
    return json;
}

inline boost::json::value small_pack() {
    return boost::json::parse(small_pack_text());
}

} // namespace pack_test

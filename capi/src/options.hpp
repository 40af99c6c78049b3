// What a bplan_options holds.
#pragma once

#include <string>

#include <brukerplan/brukerplan.h>
#include <brukerplan/validation/options.hpp>

struct bplan_options {
    std::string pack_id;      ///< empty for the newest
    std::string pack_json;    ///< goes before `pack_id`
    std::string mapping_json; ///< empty for none
    std::string profile_json; ///< empty for none
    std::string scheme_id;    ///< empty for the first
    std::string scheme_json;  ///< goes before `scheme_id`
    std::string language = "nb";
    brukerplan::validation_options validation;
};

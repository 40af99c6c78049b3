// The whole C++ library but the report renderer (brukerplan/report/html.hpp).
#pragma once

#include <brukerplan/identity/checked_number.hpp>
#include <brukerplan/identity/duf_number.hpp>
#include <brukerplan/identity/municipality.hpp>
#include <brukerplan/identity/national_id.hpp>
#include <brukerplan/identity/national_id_batch.hpp>
#include <brukerplan/identity/number_normaliser.hpp>
#include <brukerplan/identity/placeholder_number.hpp>
#include <brukerplan/identity/pseudonym.hpp>
#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/assessment.hpp>
#include <brukerplan/model/category.hpp>
#include <brukerplan/model/mapping_round.hpp>
#include <brukerplan/model/registration.hpp>
#include <brukerplan/read/arrow.hpp>
#include <brukerplan/read/csv.hpp>
#include <brukerplan/read/json_record.hpp>
#include <brukerplan/register/persons.hpp>
#include <brukerplan/scoring/scheme.hpp>
#include <brukerplan/simulation/synthetic_municipality.hpp>
#include <brukerplan/statistics/round_summary.hpp>
#include <brukerplan/statistics/tabulation.hpp>
#include <brukerplan/validation/validator.hpp>
#include <brukerplan/version.hpp>
#include <brukerplan/write/csv_writer.hpp>
#include <brukerplan/write/report_document.hpp>

// Norwegian municipalities, counties and city districts through time: all of it at once.
//
//   valid on a date? which are there? ........... municipality_code.hpp
//   name on a date, languages, lookup by name ... municipality_name.hpp
//   what became of it, where did it come from ... municipality_trace.hpp
//   counties .................................... county.hpp
//   districts of the four largest cities ........ district.hpp
//
// Works from headers alone, also without exceptions and run-time type information; nothing
// allocates, and everything can be used in constant expressions. Source: Statistics Norway, KLASS
// 131, 104 and 103 (NLOD 2.0 / CC BY 4.0); see docs/municipalities.md.
#pragma once

#include <brukerplan/identity/county.hpp>
#include <brukerplan/identity/district.hpp>
#include <brukerplan/identity/municipality_code.hpp>
#include <brukerplan/identity/municipality_name.hpp>
#include <brukerplan/identity/municipality_trace.hpp>

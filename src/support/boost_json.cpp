// Boost.JSON, compiled once for the libraries that are linked from this tree.
#include <boost/json/src.hpp>

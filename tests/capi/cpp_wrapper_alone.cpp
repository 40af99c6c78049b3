// Every function of the wrapper that is a template is made use of here, so that compiling says
// something.
#include <brukerplan/brukerplan_c.hpp>

namespace bp = brukerplan_c;

bp::result<bp::validation> watched(const bp::context& with, ArrowArrayStream& stream);

bp::result<bp::validation> watched(const bp::context& with, ArrowArrayStream& stream) {
    std::int64_t rows = 0;
    const auto tell = [&rows](std::int64_t so_far) { return (rows = so_far) < 1000; };
    return bp::validate_stream(with, stream, 10, true, tell);
}

// What packs there are, and what one of them says.
#include "context.hpp"
#include "document.hpp"
#include "guard.hpp"
#include "write/pack_description.hpp"

namespace capi = brukerplan::capi;

int32_t bplan_pack_list(bplan_document** document, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(document), [&] {
        *document = capi::document_of(brukerplan::detail::list_shipped_packs());
    });
}

int32_t bplan_context_describe(const bplan_context* context, bplan_document** document,
                               bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(document), [&] {
        const auto& of = capi::required(context, "context");
        *document = capi::document_of(brukerplan::detail::describe_pack(of.pack(), of.language));
    });
}

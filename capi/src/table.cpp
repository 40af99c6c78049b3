#include "table.hpp"

#include <string>
#include <utility>

namespace brukerplan::capi {

namespace {

std::int32_t code_of(arrow_fault fault) noexcept {
    switch (fault) {
    case arrow_fault::schema:
        return BPLAN_ERROR_ARROW_SCHEMA;
    case arrow_fault::column_type:
        return BPLAN_ERROR_COLUMN_TYPE;
    case arrow_fault::no_columns:
    case arrow_fault::missing_columns:
        return BPLAN_ERROR_MISSING_COLUMNS;
    case arrow_fault::duplicate_columns:
        return BPLAN_ERROR_DUPLICATE_COLUMNS;
    default:
        return BPLAN_ERROR_ARROW_BATCH;
    }
}

[[noreturn]] void refuse(const arrow_error& error) {
    throw refusal{code_of(error.fault), error.message, -1, static_cast<std::int32_t>(error.column)};
}

} // namespace

void need(const std::optional<arrow_error>& error) {
    if (error) {
        refuse(*error);
    }
}

arrow_batch_reader reader_for(const bplan_context& context, const ArrowSchema& schema,
                              arrow_columns needed) {
    auto reader = arrow_batch_reader::from_schema(schema, context.shared_pack, needed);
    if (!reader) {
        refuse(reader.error());
    }
    return *std::move(reader);
}

const ArrowSchema& taken_stream::schema() {
    const auto& stream = required(stream_.get(), "stream");
    if (stream_.released() || stream.get_schema == nullptr || stream.get_next == nullptr) {
        throw refusal{BPLAN_ERROR_INVALID_ARGUMENT, "the stream has been released"};
    }
    need_success(stream.get_schema(stream_.get(), schema_.get()));
    return *schema_.get();
}

/// What a stream's functions return is an errno code; its words may be about what it reads.
void taken_stream::need_success(int failure) {
    if (failure != 0) {
        throw refusal{BPLAN_ERROR_ARROW_STREAM,
                      "the stream failed with its code " + std::to_string(failure)};
    }
}

} // namespace brukerplan::capi

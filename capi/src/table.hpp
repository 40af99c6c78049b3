// Arrow tables as callers hand them over: what is taken is released, and what cannot be read is
// refused with its column.
#pragma once

#include <cstdint>

#include <brukerplan/arrow_c_data.h>
#include <brukerplan/brukerplan.h>
#include <brukerplan/read/arrow.hpp>

#include "arguments.hpp"
#include "context.hpp"
#include "guard.hpp"

namespace brukerplan::capi {

/// Releases what it was given to hold.
template <class Struct>
class owned {
public:
    owned() = default;
    explicit owned(Struct* borrowed) noexcept : struct_(borrowed) {}
    owned(const owned&) = delete;
    owned& operator=(const owned&) = delete;
    ~owned() { release(); }

    [[nodiscard]] Struct* get() noexcept { return struct_; }
    [[nodiscard]] bool released() const noexcept {
        return struct_ == nullptr || struct_->release == nullptr;
    }
    void release() noexcept {
        if (!released()) {
            struct_->release(struct_);
        }
    }

private:
    Struct own_{};
    Struct* struct_ = &own_;
};

/// Throws when there is an error.
void need(const std::optional<arrow_error>& error);

[[nodiscard]] arrow_batch_reader reader_for(const bplan_context& context, const ArrowSchema& schema,
                                            arrow_columns needed);

/// `use(table)` for the rows of a batch, some at a time.
template <class Use>
void for_rows_of(const ArrowArray& batch, arrow_batch_reader& reader, column_table& rows, Use use) {
    need(reader.begin(batch));
    for (need(reader.next(rows)); rows.rows() > 0; need(reader.next(rows))) {
        use(rows);
    }
}

/// A stream that a caller has handed over: released when this object is no more.
class taken_stream {
public:
    /// `stream` may be null: that is found out by `schema`.
    explicit taken_stream(ArrowArrayStream* stream) noexcept : stream_(stream) {}

    /// To be called first, inside the guard. Borrowed.
    [[nodiscard]] const ArrowSchema& schema();
    /// `use(batch)` for every batch.
    template <class Use>
    void for_batches(Use use) {
        while (true) {
            owned<ArrowArray> batch;
            need_success(stream_.get()->get_next(stream_.get(), batch.get()));
            if (batch.released()) {
                break;
            }
            use(*batch.get());
        }
    }

private:
    static void need_success(int failure);

    owned<ArrowArrayStream> stream_;
    owned<ArrowSchema> schema_;
};

/// Tells a caller how far it has come, and asks whether to go on.
struct progress_teller {
    bplan_progress* call = nullptr;
    void* payload = nullptr;

    void operator()(std::uint64_t rows) const {
        if (call != nullptr && call(static_cast<std::int64_t>(rows), payload) != 0) {
            throw refusal{BPLAN_ERROR_CANCELLED, "the caller's function cancelled the call"};
        }
    }
};

} // namespace brukerplan::capi

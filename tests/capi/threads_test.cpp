// A context is shared by threads that know nothing of each other.
#include "handles.hpp"

#include <atomic>
#include <thread>
#include <vector>

#include "records.h"

using namespace capi_test;

TEST_CASE("threads that share a context get what one alone gets") {
    const auto with = make_context(test_options());
    const auto clean = text_from(&bplan_document_get_text, check(with, CLEAN_RECORD));
    const auto dirty = text_from(&bplan_document_get_text, check(with, DIRTY_RECORD));
    std::atomic<int> different{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 200; ++i) {
                const bool first = (t + i) % 2 == 0;
                const std::string_view record = first ? CLEAN_RECORD : DIRTY_RECORD;
                bplan_document* made = nullptr;
                const char* text = nullptr;
                std::int64_t length = 0;
                if (bplan_record_check(with.get(), record.data(), size_of(record), &made,
                                       nullptr) != BPLAN_OK ||
                    bplan_document_get_text(made, &text, &length, nullptr) != BPLAN_OK ||
                    text != (first ? clean : dirty)) {
                    ++different;
                }
                bplan_document_free(made);
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    CHECK(different == 0);
}

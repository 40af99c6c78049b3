// Readers of records for a context that several threads use. A reader is for one call at a time,
// and making one takes longer than reading a record: it holds the words of all code lists.
#pragma once

#include <memory>
#include <mutex>
#include <utility>

#include <brukerplan/read/json_record.hpp>

namespace brukerplan::capi {

class reader_pool {
    struct node {
        json_record_reader reader;
        std::unique_ptr<node> next;
    };

public:
    /// A reader on loan; goes back by itself.
    class loan {
    public:
        loan(reader_pool& pool, std::unique_ptr<node> borrowed) noexcept
            : pool_(pool), borrowed_(std::move(borrowed)) {}
        loan(const loan&) = delete;
        loan& operator=(const loan&) = delete;
        ~loan() { pool_.take_back(std::move(borrowed_)); }

        json_record_reader* operator->() const noexcept { return &borrowed_->reader; }

    private:
        reader_pool& pool_;
        std::unique_ptr<node> borrowed_;
    };

    /// Makes the first reader.
    explicit reader_pool(std::shared_ptr<const pack> instrument)
        : pack_(std::move(instrument)), free_(make()) {}
    reader_pool(const reader_pool&) = delete;
    reader_pool& operator=(const reader_pool&) = delete;
    ~reader_pool() {
        while (free_) {
            free_ = std::move(free_->next); // one by one: a long list must not be a deep recursion
        }
    }

    [[nodiscard]] loan borrow() {
        std::unique_ptr<node> found;
        {
            const std::lock_guard lock{mutex_};
            if (free_) {
                found = std::move(free_);
                free_ = std::move(found->next);
            }
        }
        return {*this, found ? std::move(found) : make()};
    }

private:
    [[nodiscard]] std::unique_ptr<node> make() const {
        return std::unique_ptr<node>{new node{json_record_reader{pack_}, nullptr}};
    }
    void take_back(std::unique_ptr<node> returned) noexcept {
        const std::lock_guard lock{mutex_};
        returned->next = std::move(free_);
        free_ = std::move(returned);
    }

    std::shared_ptr<const pack> pack_;
    std::mutex mutex_;
    std::unique_ptr<node> free_;
};

} // namespace brukerplan::capi

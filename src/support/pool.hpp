// Things that are costly to make and of use to one call at a time, shared by several threads.
#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace brukerplan::support {

/// Lends out values that are made as `T{source}`. What comes back is lent out again as it is: it is
/// for the borrower to begin anew.
template <class T, class Source>
class pool {
    struct node {
        explicit node(const Source& source) : value(source) {}
        T value;
        std::unique_ptr<node> next;
    };

public:
    /// One value on loan; goes back by itself.
    class loan {
    public:
        loan(pool& from, std::unique_ptr<node> borrowed) noexcept
            : pool_(from), borrowed_(std::move(borrowed)) {}
        loan(const loan&) = delete;
        loan& operator=(const loan&) = delete;
        ~loan() { pool_.take_back(std::move(borrowed_)); }

        T* operator->() const noexcept { return &borrowed_->value; }
        T& operator*() const noexcept { return borrowed_->value; }

    private:
        pool& pool_;
        std::unique_ptr<node> borrowed_;
    };

    /// Makes the first value.
    explicit pool(Source source) : source_(std::move(source)), free_(make()) {}
    pool(const pool&) = delete;
    pool& operator=(const pool&) = delete;
    ~pool() {
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
    [[nodiscard]] std::unique_ptr<node> make() const { return std::make_unique<node>(source_); }
    void take_back(std::unique_ptr<node> returned) noexcept {
        const std::lock_guard lock{mutex_};
        returned->next = std::move(free_);
        free_ = std::move(returned);
    }

    Source source_;
    std::mutex mutex_;
    std::unique_ptr<node> free_;
};

} // namespace brukerplan::support

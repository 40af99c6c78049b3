// What every command shares: options, exit codes, words, input and output.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/message_catalogue.hpp>
#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/scoring/scheme.hpp>
#include <brukerplan/statistics/round_summary.hpp>
#include <brukerplan/validation/finding_log.hpp>
#include <brukerplan/validation/options.hpp>

#include "cli/registration_reader.hpp"
#include "write/listing.hpp"

namespace brukerplan::cli {

enum class exit_code : int {
    done = 0,
    findings = 1, ///< findings of severity error, for `validate` and under --strict
    unusable = 2, ///< the input or the call cannot be used
};

struct common_options {
    bool test_numbers = false;
    bool strict = false;
    std::string language = "nb";
    std::string pack;
    std::string scheme;
    std::string reference_date;
    std::string period_first;
    std::string period_last;
    std::string profile;
    std::string mapping;
    std::vector<std::string> severities; ///< CODE=SEVERITY
    std::vector<std::string> off;        ///< CODE=REASON
    detail::listing_format format = detail::listing_format::table;
    bool operation_outcome = false; ///< instead of a list; of `validate` alone
};

/// Thrown by the helpers below with a message that is fit to be shown; ends the command with
/// `unusable`.
struct unusable_call {
    std::string message;
};

/// The words, the pack and the options of one run.
class session {
public:
    explicit session(const common_options& options);

    [[nodiscard]] const std::shared_ptr<const pack>& instrument() const noexcept { return pack_; }
    [[nodiscard]] const validation_options& validation() const noexcept { return validation_; }
    [[nodiscard]] const common_options& options() const noexcept { return options_; }
    [[nodiscard]] const std::string& language() const noexcept { return options_.language; }

    [[nodiscard]] std::string words(std::string_view key,
                                    message_catalogue::values parameters = {}) const;
    /// A line for a person, on standard error.
    void tell(std::string_view key, message_catalogue::values parameters = {}) const;
    /// The same of a number of things, as `count`, when there are any.
    void tell_count(std::string_view key, std::uint64_t count) const;
    [[noreturn]] void refuse(std::string_view key, message_catalogue::values parameters = {}) const;
    /// The day that an option says; nothing when it is empty. Refuses what is no day.
    [[nodiscard]] std::optional<date> date_of(std::string_view option,
                                              const std::string& value) const;

    /// Refuses the call when the pack is not about recipients: it has none of the eight domains.
    void need_recipients() const;
    /// A pack by what it is called on the command line: a shipped id, `2019` for `brukerplan/2019`,
    /// or a file. Refuses what is none.
    [[nodiscard]] std::shared_ptr<const pack> pack_named(const std::string& name) const;

    /// The scheme asked for, or the pack's first.
    [[nodiscard]] brukerplan::scheme make_scheme() const { return make_scheme(options_.scheme); }
    /// A scheme of the pack by name, or of a JSON file; the pack's first when nothing is named.
    [[nodiscard]] brukerplan::scheme make_scheme(const std::string& name) const;

    /// Refuses the call when two paths are one file: an input is never written over, and a file
    /// that is named twice would be counted twice.
    void need_different_files(std::vector<std::string> paths) const;

    /// Opens a file of registrations, `-` for standard input.
    [[nodiscard]] registration_reader open(const std::string& path) const;
    /// Says how a file was understood, what was not read, and whether it holds test people.
    void tell_dialect(const std::string& path, const registration_reader& reader) const;
    void tell_policy(const finding_log& findings) const;
    /// Says which rules the caller has changed, and which thresholds are exceeded. Whether one is
    /// that counts as an error.
    bool tell_tuning(const finding_log& findings) const;
    /// Refuses a file that cannot be written, before there is anything to write. What it holds
    /// stays. `-` or an empty path is standard output.
    void need_writable(const std::string& path) const;
    /// Says so when the registrations are of several municipalities or years: a person counts once.
    void tell_pooled(const round_scope& scope) const;

private:
    void tell_csv(const std::string& path, const csv_dialect& dialect) const;
    void tell_ndjson(const std::string& path, const ndjson_dialect& dialect) const;
    void apply_mapping_of(const std::string& path);
    void load_profile(const std::string& path);
    void change_rules(const std::vector<std::string>& changes, bool off);
    [[nodiscard]] std::string needed_content(const std::string& path) const;

    common_options options_;
    message_catalogue catalogue_;
    std::shared_ptr<const pack> pack_;
    validation_options validation_;
};

/// Words between commas.
[[nodiscard]] std::string joined(std::span<const std::string> words);

/// The bytes of a file; empty when it is none that can be read.
[[nodiscard]] std::string content_of_file(const std::string& path);

/// The path as it may be shown: not where it holds somebody's number.
[[nodiscard]] std::string shown_path(const session& s, const std::string& path);

/// Progress on standard error, on a terminal alone.
class progress {
public:
    progress();
    ~progress();
    progress(const progress&) = delete;
    progress& operator=(const progress&) = delete;
    void rows(std::uint64_t count);

private:
    bool shown_;
    std::uint64_t last_ = 0;
};

enum class file_mode {
    by_umask,
    owner_alone, ///< for health data, and references to them
};

/// A file or standard output that is written in large pieces and checked at the end.
class output {
public:
    /// `-` or an empty path is standard output.
    output(const session& s, const std::string& path, file_mode mode = file_mode::by_umask);
    ~output();
    output(const output&) = delete;
    output& operator=(const output&) = delete;
    void write(std::string_view text);
    /// Ends writing; refuses when not everything could be written.
    void finish();

private:
    const session& session_;
    std::string path_;
    std::FILE* file_;
};

/// A whole text in a file, or on standard output.
void write_file(const session& s, const std::string& path, std::string_view text);

} // namespace brukerplan::cli

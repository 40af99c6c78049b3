#include "cli/session.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <system_error>
#include <utility>

#include <unistd.h>

#include <brukerplan/instrument/load_scheme.hpp>
#include <brukerplan/instrument/mapping.hpp>
#include <brukerplan/validation/identity_in_text.hpp>

#include "cli/private_file.hpp"
#include "embedded_cli.hpp"

namespace brukerplan::cli {

namespace {

/// The reader takes three separators.
std::string_view separator_key(char separator) {
    return separator == ';'   ? "separator.semicolon"
           : separator == ',' ? "separator.comma"
                              : "separator.tab";
}

byte_source standard_input() {
    return [](std::span<char> into) {
        const auto size = std::fread(into.data(), 1, into.size(), stdin);
        if (std::ferror(stdin) != 0) {
            throw std::system_error{errno, std::generic_category()};
        }
        return size;
    };
}

} // namespace

std::string joined(std::span<const std::string> words) {
    std::string result;
    for (const auto& word : words) {
        result += (result.empty() ? "" : ", ") + word;
    }
    return result;
}

std::string content_of_file(const std::string& path) {
    std::error_code failure;
    if (!std::filesystem::is_regular_file(path, failure)) {
        return {};
    }
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

session::session(const common_options& options)
    : options_(options), catalogue_(embedded::cli_texts) {
    pack_ = options.pack.empty() ? newest_pack() : pack_named(options.pack);
    validation_.test_numbers = options.test_numbers;
    validation_.reference_date = date_of("--reference-date", options.reference_date);
    validation_.period_first = date_of("--period-first", options.period_first);
    validation_.period_last = date_of("--period-last", options.period_last);
    if (validation_.period_first && validation_.period_last &&
        *validation_.period_first > *validation_.period_last) {
        refuse("bad_period");
    }
    if (!options.mapping.empty()) {
        apply_mapping_of(options.mapping);
    }
    if (!options.profile.empty()) {
        load_profile(options.profile);
    }
    change_rules(options.severities, false);
    change_rules(options.off, true);
}

std::string session::needed_content(const std::string& path) const {
    auto text = content_of_file(path);
    if (text.empty()) {
        refuse("cannot_read", {{"file", shown_path(*this, path)}});
    }
    return text;
}

void session::apply_mapping_of(const std::string& path) {
    auto mapped = apply_mapping(needed_content(path), *pack_);
    if (!mapped) {
        refuse("bad_mapping", {{"path", mapped.error().path}, {"reason", mapped.error().message}});
    }
    pack_ = *std::move(mapped);
}

void session::load_profile(const std::string& path) {
    auto loaded = load_tuning(needed_content(path), *pack_);
    if (!loaded) {
        refuse("bad_profile", {{"path", loaded.error().path}, {"reason", loaded.error().message}});
    }
    validation_.tuning = *std::move(loaded);
}

/// What is said on the command line holds everywhere, and goes before what a profile says of it.
void session::change_rules(const std::vector<std::string>& changes, bool off) {
    for (const auto& change : changes) {
        const auto mark = std::min(change.find('='), change.size());
        const auto code = change.substr(0, mark);
        const auto value = change.substr(std::min(mark + 1, change.size()));
        const auto rule = std::find_if(pack_->rules.begin(), pack_->rules.end(),
                                       [&](const auto& r) { return r.code == code; });
        const auto how = std::find(severity_tokens.begin() + 1, severity_tokens.end(), value);
        if (rule == pack_->rules.end() || value.empty() || (!off && how == severity_tokens.end())) {
            refuse(off ? "bad_off" : "bad_severity");
        }
        rule_change made{static_cast<std::size_t>(rule - pack_->rules.begin()), std::nullopt,
                         off ? value : words("changed_by_command")};
        if (!off) {
            made.severity = static_cast<severity>(how - severity_tokens.begin());
        }
        auto& areas = validation_.tuning.areas;
        auto everywhere = std::find_if(areas.begin(), areas.end(),
                                       [](const area_tuning& a) { return a.area.empty(); });
        if (everywhere == areas.end()) {
            everywhere = areas.insert(areas.begin(), area_tuning{});
        }
        std::erase_if(everywhere->changes,
                      [&](const rule_change& older) { return older.rule == made.rule; });
        everywhere->changes.push_back(std::move(made));
    }
    if (tuning_fault(validation_.tuning, *pack_)) {
        refuse(off ? "bad_off" : "bad_severity");
    }
}

bool session::tell_tuning(const finding_log& findings) const {
    std::vector<std::string> changed;
    for (const auto& area : validation_.tuning.areas) {
        for (const auto& change : area.changes) {
            changed.push_back(pack_->rules[change.rule].code +
                              (area.area.empty() ? "" : " (" + area.area + ")") + ": " +
                              words(change.severity
                                        ? "severity." + std::string{token_of(*change.severity)}
                                        : "switched_off"));
        }
    }
    if (!changed.empty()) {
        tell("rules_changed", {{"changes", joined(changed)}});
    }
    bool error = false;
    for (const auto& exceeded : exceeded_thresholds(findings.counts(), validation_.tuning)) {
        const auto& r = pack_->rules[exceeded.limit.rule];
        error = error || is_error(exceeded.limit.severity);
        tell("threshold_exceeded",
             {{"severity", words("severity." + std::string{token_of(exceeded.limit.severity)})},
              {"code", r.code},
              {"title", r.title.in(options_.language)},
              {"records", std::to_string(exceeded.records)},
              {"rows", std::to_string(exceeded.rows)}});
    }
    return error;
}

std::string session::words(std::string_view key, message_catalogue::values parameters) const {
    return catalogue_.format(key, options_.language, parameters);
}

void session::tell(std::string_view key, message_catalogue::values parameters) const {
    std::fprintf(stderr, "%s\n", words(key, parameters).c_str());
}

void session::tell_count(std::string_view key, std::uint64_t count) const {
    if (count > 0) {
        tell(key, {{"count", std::to_string(count)}});
    }
}

void session::refuse(std::string_view key, message_catalogue::values parameters) const {
    throw unusable_call{words(key, parameters)};
}

std::shared_ptr<const pack> session::pack_named(const std::string& name) const {
    std::string text{shipped_pack_json(name)};
    if (text.empty()) {
        text = shipped_pack_json("brukerplan/" + name);
    }
    if (text.empty()) {
        text = content_of_file(name);
    }
    if (text.empty()) {
        const auto shipped = shipped_packs();
        const std::vector<std::string> known{shipped.begin(), shipped.end()};
        refuse("unknown_pack", {{"known", joined(known)}});
    }
    auto loaded = load_pack(text);
    if (!loaded) {
        const auto& [path, reason] = loaded.error();
        refuse(path.empty() ? "bad_pack_as_a_whole" : "bad_pack",
               {{"path", path}, {"reason", reason}});
    }
    return *std::move(loaded);
}

std::optional<date> session::date_of(std::string_view option, const std::string& value) const {
    if (value.empty()) {
        return std::nullopt;
    }
    const auto day = parse_date(value);
    if (!day) {
        refuse("bad_date", {{"option", option}});
    }
    return day;
}

void session::need_recipients() const {
    const auto assessed = [&](domain d) { return pack_->field_of(role_of(d)) != nullptr; };
    if (std::none_of(all_domains.begin(), all_domains.end(), assessed)) {
        refuse("not_about_recipients", {{"pack", pack_->id}});
    }
}

brukerplan::scheme session::make_scheme(const std::string& name) const {
    if (name.empty() && pack_->schemes.empty()) {
        refuse("no_scheme", {{"pack", pack_->id}});
    }
    const auto* definition = name.empty() && !pack_->schemes.empty() ? &pack_->schemes.front()
                                                                     : pack_->find_scheme(name);
    if (definition != nullptr) {
        return brukerplan::scheme{*definition};
    }
    const auto text = content_of_file(name);
    if (text.empty()) {
        std::vector<std::string> known;
        for (const auto& scheme : pack_->schemes) {
            known.push_back(scheme.id);
        }
        refuse("unknown_scheme", {{"pack", pack_->id}, {"known", joined(known)}});
    }
    auto loaded = load_scheme(text);
    if (!loaded) {
        refuse("bad_scheme", {{"path", loaded.error().path}, {"reason", loaded.error().message}});
    }
    if (pack_->find_scheme(loaded->id) != nullptr) {
        refuse("bad_scheme", {{"path", "/id"}, {"reason", "a scheme of the pack has this id"}});
    }
    return brukerplan::scheme{*std::move(loaded)};
}

registration_reader session::open(const std::string& path) const {
    const auto refuse_it = [&](const read_error& error) {
        refuse("unusable", {{"file", shown_path(*this, path)},
                            {"reason", message_of(error, options_.language)}});
    };
    auto source =
        path == "-" ? expected<byte_source, read_error>{standard_input()} : file_source(path);
    if (!source) {
        refuse_it(source.error());
    }
    auto reader = registration_reader::open(*std::move(source), pack_);
    if (!reader) {
        refuse_it(reader.error());
    }
    return *std::move(reader);
}

void session::tell_dialect(const std::string& path, const registration_reader& reader) const {
    if (const auto* dialect = reader.csv()) {
        tell_csv(path, *dialect);
    } else {
        tell_ndjson(path, *reader.ndjson());
    }
}

void session::tell_csv(const std::string& path, const csv_dialect& dialect) const {
    auto charset = std::string{token_of(dialect.charset)};
    if (dialect.byte_order_mark) {
        charset += " " + words("bom");
    }
    const auto headers = words("headers." + std::string{token_of(dialect.header_language)});
    const auto separator = words(separator_key(dialect.separator));
    tell("understood", {{"file", shown_path(*this, path)},
                        {"separator", separator},
                        {"charset", charset},
                        {"headers", headers},
                        {"pack", pack_->id}});
    if (!dialect.unknown_columns.empty()) {
        std::vector<std::string> positions;
        for (const auto position : dialect.unknown_columns) {
            positions.push_back(std::to_string(position));
        }
        tell("unknown_columns", {{"columns", joined(positions)}});
    }
    if (dialect.decimal_comma) {
        tell("decimal_comma");
    }
}

void session::tell_ndjson(const std::string& path, const ndjson_dialect& dialect) const {
    tell("understood_json", {{"file", shown_path(*this, path)}, {"pack", pack_->id}});
    if (dialect.unknown_keys > 0) {
        tell("unknown_keys", {{"keys", std::to_string(dialect.unknown_keys)}});
    }
}

void session::tell_policy(const finding_log& findings) const {
    if (validation_.test_numbers) {
        tell("test_numbers");
        return;
    }
    for (std::size_t i = 0; i < pack_->rules.size(); ++i) {
        const auto& r = pack_->rules[i];
        if (r.kind == rule_kind::national_number && r.number == number_check::test_policy &&
            findings.records(i) > 0) {
            tell("synthetic_found");
        }
    }
}

void session::tell_pooled(const round_scope& scope) const {
    if (scope.municipalities.size() > 1 || scope.mapping_years.size() > 1) {
        tell("pooled", {{"municipalities", std::to_string(scope.municipalities.size())},
                        {"years", std::to_string(scope.mapping_years.size())}});
    }
}

void session::need_different_files(std::vector<std::string> paths) const {
    for (const auto& read : {options_.pack, options_.scheme, options_.profile, options_.mapping}) {
        std::error_code
            failure; // a shipped pack and a scheme of the pack have names and are no files
        if (std::filesystem::exists(read, failure)) {
            paths.push_back(read);
        }
    }
    const auto same = [](const std::string& a, const std::string& b) {
        std::error_code failure;
        if (a == "-" || b == "-") {
            return a == b;
        }
        return std::filesystem::equivalent(a, b, failure) ||
               std::filesystem::weakly_canonical(a, failure) ==
                   std::filesystem::weakly_canonical(b, failure);
    };
    for (std::size_t i = 0; i < paths.size(); ++i) {
        for (std::size_t j = i + 1; j < paths.size(); ++j) {
            if (!paths[i].empty() && same(paths[i], paths[j])) {
                refuse("same_file", {{"file", shown_path(*this, paths[j])}});
            }
        }
    }
}

void session::need_writable(const std::string& path) const {
    if (path.empty() || path == "-") {
        return;
    }
    std::error_code failure;
    const auto there = std::filesystem::status(path, failure);
    const bool is_new = !std::filesystem::exists(std::filesystem::symlink_status(path, failure));
    if (!is_new && !std::filesystem::is_regular_file(there) &&
        !std::filesystem::is_directory(there)) {
        return; // a pipe or a device, which may wait for a reader, or a link to what is not there
    }
    auto* const file = std::fopen(path.c_str(), "ab");
    if (file == nullptr) {
        refuse("cannot_write", {{"file", shown_path(*this, path)}});
    }
    std::fclose(file);
    if (is_new) {
        std::filesystem::remove(path, failure);
    }
}

std::string shown_path(const session& s, const std::string& path) {
    // Nine digits in a row are more than a date, and may be a mistyped number.
    std::size_t in_a_row = 0;
    std::size_t longest = 0;
    for (const char c : path) {
        in_a_row = c >= '0' && c <= '9' ? in_a_row + 1 : 0;
        longest = std::max(longest, in_a_row);
    }
    return longest >= 9 || may_hold_identity(path) ? s.words("masked_path") : path;
}

progress::progress() : shown_(isatty(STDERR_FILENO) == 1) {}

progress::~progress() {
    if (last_ > 0) {
        std::fputs("\r\x1B[K", stderr);
    }
}

void progress::rows(std::uint64_t count) {
    constexpr std::uint64_t step = 50'000;
    if (shown_ && count - last_ >= step) {
        last_ = count;
        std::fprintf(stderr, "\r%llu", static_cast<unsigned long long>(count));
    }
}

output::output(const session& s, const std::string& path, file_mode mode)
    : session_(s), path_(path),
      file_(path.empty() || path == "-"      ? stdout
            : mode == file_mode::owner_alone ? open_private_file(path)
                                             : std::fopen(path.c_str(), "wb")) {
    if (file_ == nullptr) {
        s.refuse("cannot_write", {{"file", shown_path(s, path)}});
    }
}

output::~output() {
    if (file_ != nullptr && file_ != stdout) {
        std::fclose(file_);
    }
}

void output::write(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), file_);
}

void output::finish() {
    const bool failed = std::ferror(file_) != 0 || std::fflush(file_) != 0;
    if (failed) {
        session_.refuse("cannot_write", {{"file", shown_path(session_, path_)}});
    }
}

void write_file(const session& s, const std::string& path, std::string_view text) {
    output to{s, path};
    to.write(text);
    to.finish();
}

} // namespace brukerplan::cli

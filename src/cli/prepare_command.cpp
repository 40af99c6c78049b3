#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <brukerplan/register/transferred_round.hpp>
#include <brukerplan/validation/validator.hpp>
#include <brukerplan/write/receipt_document.hpp>
#include <brukerplan/write/transfer_file.hpp>

#include "cli/commands.hpp"
#include "cli/new_file.hpp"
#include "cli/prepare_summary.hpp"
#include "write/result_json.hpp"

namespace brukerplan::cli {

namespace {

bool is_of_round(const session& s, const std::string& name) {
    return std::any_of(roles_to_merge_by.begin(), roles_to_merge_by.end(),
                       [&](role r) { return s.instrument()->field_of(r)->name == name; });
}

/// Names of the fields that are merged and leave.
std::vector<std::string> merged_fields(const session& s) {
    std::vector<std::string> names;
    const auto whole = make_transfer_set(*s.instrument());
    for (std::size_t i = 1; i < whole.fields.size(); ++i) { // the first is the running number
        const auto& name = s.instrument()->fields[whole.fields[i]].name;
        if (!is_of_round(s, name)) {
            names.push_back(name);
        }
    }
    return names;
}

bool can_be_left_out(const session& s, const std::vector<std::string>& names) {
    try {
        (void)make_transfer_set(*s.instrument(), names);
        return true;
    } catch (const std::invalid_argument&) {
        return false;
    }
}

std::string joined_tokens(std::span<const std::string_view> tokens) {
    const std::vector<std::string> words{tokens.begin(), tokens.end()};
    return joined(words);
}

/// A word as it was written: not where it may be somebody's number.
std::string shown_word(const session& s, const std::string& word) {
    return shown_path(s, word) == word ? word : s.words("masked_word");
}

std::pair<std::string, merge_rule> merge_change_of(const session& s, const std::string& written) {
    const auto sign = std::min(written.find('='), written.size());
    const auto rule = std::find(merge_rule_tokens.begin(), merge_rule_tokens.end(),
                                written.substr(std::min(sign + 1, written.size())));
    const auto fields = merged_fields(s);
    const auto field = std::find(fields.begin(), fields.end(), written.substr(0, sign));
    if (rule == merge_rule_tokens.end()) {
        s.refuse("prepare.unknown_merge_rule", {{"known", joined_tokens(merge_rule_tokens)}});
    }
    if (field == fields.end()) {
        s.refuse("prepare.unknown_merge_field",
                 {{"field", shown_word(s, written.substr(0, sign))}, {"known", joined(fields)}});
    }
    return {*field, static_cast<merge_rule>(rule - merge_rule_tokens.begin())};
}

merge_policy policy_of(const session& s, const prepare_options& options) {
    const auto& known = merge_policies;
    const std::string id{options.merge.empty() ? known.front() : options.merge};
    if (std::find(known.begin(), known.end(), id) == known.end()) {
        s.refuse("prepare.unknown_merge_policy", {{"known", joined_tokens(known)}});
    }
    std::vector<std::pair<std::string, merge_rule>> changes;
    for (const auto& written : options.merge_fields) {
        changes.push_back(merge_change_of(s, written));
    }
    auto policy = make_merge_policy(*s.instrument(), id, changes);
    if (!policy) {
        s.refuse("prepare.merge_rules_do_not_suit", {{"reason", policy.error().message}});
    }
    return *std::move(policy);
}

/// What follows a comma may have blanks before it.
std::string trimmed(const std::string& word) {
    const auto first = std::min(word.find_first_not_of(' '), word.size());
    return word.substr(first, word.find_last_not_of(' ') + 1 - first);
}

transfer_set transfer_set_of(const session& s, const prepare_options& options) {
    std::vector<std::string> without;
    for (const auto& written : options.without) {
        without.push_back(trimmed(written));
        if (!can_be_left_out(s, without)) {
            auto known = merged_fields(s);
            std::erase_if(known, [&](const auto& name) { return !can_be_left_out(s, {name}); });
            s.refuse("prepare.unknown_transfer_field",
                     {{"field", shown_word(s, without.back())}, {"known", joined(known)}});
        }
    }
    return make_transfer_set(*s.instrument(), without);
}

step_stamp stamp_of(const session& s, const prepare_options& options) {
    const auto on = s.date_of("--on", options.on);
    if (!on) {
        s.refuse("bad_date", {{"option", "--on"}});
    }
    step_stamp stamp{options.by, *on};
    try {
        check(stamp);
    } catch (const std::invalid_argument&) {
        s.refuse("prepare.bad_by");
    }
    return stamp;
}

/// Files that are not each other's, and new where they must be, before anything is read.
void check_files(const session& s, const prepare_options& options) {
    auto paths = options.files;
    paths.insert(paths.end(), {options.out, options.receipt, options.findings});
    s.need_different_files(paths);
    need_new(s, options.out);
    need_new(s, options.receipt);
    s.need_writable(options.findings);
}

/// A pack of recipients that can be merged to persons.
void check_pack(const session& s) {
    s.need_recipients();
    for (const auto needed : roles_to_merge_by) {
        if (s.instrument()->field_of(needed) == nullptr) {
            s.refuse("prepare.not_by_person", {{"pack", s.instrument()->id}});
        }
    }
}

/// All that is found, for the municipality's own correction. Rows count through all the files.
/// What the file held before stays until something has been read.
class findings_file {
public:
    /// An empty path is a file that is not wanted.
    findings_file(const session& s, const std::string& path) : session_(s), path_(path) {}
    [[nodiscard]] bool wanted() const noexcept { return !path_.empty(); }
    [[nodiscard]] finding_log make_log() const {
        return finding_log{wanted() ? finding_log::unbounded : 0};
    }

    void add(const std::vector<finding>& found) {
        for (const auto& f : found) {
            rows().add(detail::finding_object(f, *session_.instrument(), session_.language()));
        }
    }
    /// Where the rows of a file stand among all of them.
    void tell_place(const std::string& file, std::uint64_t first, std::uint64_t count) const {
        if (wanted() && count > 0) {
            session_.tell("prepare.place", {{"file", shown_path(session_, file)},
                                            {"first", std::to_string(first + 1)},
                                            {"last", std::to_string(first + count)}});
        }
    }
    void finish() {
        if (wanted()) {
            rows().finish();
            out_->finish();
            session_.tell("prepare.findings_written", {{"file", shown_path(session_, path_)}});
        }
    }

private:
    detail::listing& rows() {
        if (!rows_) {
            out_ = std::make_unique<output>(session_, path_, file_mode::owner_alone);
            rows_ = std::make_unique<detail::listing>(
                detail::listing_format::csv, detail::finding_columns,
                [this](std::string_view text) { out_->write(text); });
        }
        return *rows_;
    }

    const session& session_;
    std::string path_;
    std::unique_ptr<output> out_;
    std::unique_ptr<detail::listing> rows_;
};

/// The first stage, and what was seen on the way.
struct collected_input {
    collected_round round;
    bool informed_asked = false; ///< a file has the column
    bool objects_asked = true;   ///< every file has the column
};

collected_round begin_round(const session& s, const prepare_options& options,
                            const validator& rules, const step_stamp& stamp,
                            finding_log& findings) {
    try {
        return collected_round{rules, options.mapping_id, stamp, findings};
    } catch (const std::invalid_argument&) {
        s.refuse("prepare.bad_mapping_id");
    }
}

bool asks(const session& s, role r, const column_table& batch) {
    const auto at = s.instrument()->roles.column_of(r);
    return at != role_binding::unbound && batch.columns[static_cast<std::size_t>(at)].present();
}

collected_input collect(const session& s, const prepare_options& options, const validator& rules,
                        const step_stamp& stamp, finding_log& findings, findings_file& list) {
    collected_input input{begin_round(s, options, rules, stamp, findings)};
    progress shown;
    for (const auto& path : options.files) {
        const auto before = findings.rows();
        bool objects_asked = true;
        auto reader = s.open(path);
        for (auto batch = reader.next(); batch.rows() > 0; batch = reader.next()) {
            batch.first_record += before;
            try {
                input.round.add(batch);
            } catch (const row_of_another_round& refused) {
                s.refuse("prepare.other_round",
                         {{"file", shown_path(s, path)},
                          {"row", std::to_string(refused.record() - before + 1)}});
            }
            input.informed_asked = input.informed_asked || asks(s, role::rights_informed, batch);
            objects_asked = objects_asked && asks(s, role::rights_objects, batch);
            list.add(findings.take_details());
            shown.rows(findings.rows());
        }
        s.tell_dialect(path, reader);
        if (!objects_asked) {
            s.tell("prepare.objects_not_asked", {{"file", shown_path(s, path)}});
            input.objects_asked = false;
        }
        if (options.files.size() > 1) {
            list.tell_place(path, before, findings.rows() - before);
        }
    }
    return input;
}

/// A mapping is transferred when it has ended.
void need_ended(const session& s, const mapping_round& scope, date on) {
    const auto last = std::max(scope.last_day, s.validation().period_last);
    if (last && on < *last) {
        s.refuse("prepare.not_ended", {{"day", shown_day(*last)}});
    }
}

/// Nobody who may have objected leaves before somebody has looked into it.
void need_objections_seen(const session& s, const prepare_options& options,
                          const transferable_round& round, bool asked) {
    const auto& rows = round.collected();
    const bool open = !asked || rows.unreadable > 0 || rows.objections_without_number > 0 ||
                      round.merged().suspected_objections > 0;
    if (open && !options.objections_checked) {
        s.refuse("prepare.objections_open");
    }
}

/// Both or neither: what stands when something fails is removed. Both are whole before either has
/// its name, and the receipt has its first, so that a transfer file is never without one.
void write_both(const session& s, const prepare_options& options, const transferred_round& round) {
    new_file receipt{s, options.receipt};
    new_file transferred{s, options.out};
    receipt.write(make_receipt_document(round, *s.instrument()));
    receipt.finish();
    write_transfer_file(round, *s.instrument(),
                        [&](std::string_view text) { transferred.write(text); });
    transferred.finish();
    receipt.give_name();
    transferred.give_name();
    receipt.keep();
    transferred.keep();
}

} // namespace

exit_code run_prepare(const session& s, const prepare_options& options) {
    check_pack(s);
    const auto stamp = stamp_of(s, options);
    const auto policy = policy_of(s, options);
    const auto fields = transfer_set_of(s, options);
    check_files(s, options);
    const validator rules{s.instrument(), s.validation()};
    findings_file list{s, options.findings};
    auto findings = list.make_log();
    auto input = collect(s, options, rules, stamp, findings, list);
    s.tell_policy(findings);
    if (input.round.counts().registrations == 0) {
        list.finish();
        tell_rows(s, input.round.counts(), findings);
        s.refuse("prepare.no_registrations");
    }
    need_ended(s, input.round.scope(), stamp.on);

    auto over_persons = list.make_log();
    auto merged = merge(std::move(input.round), policy, stamp, over_persons);
    list.add(over_persons.take_details());
    findings.counts().add(over_persons.counts());
    const bool too_many = s.tell_tuning(findings);
    auto transferable = make_transferable(std::move(merged), stamp);
    tell_rows(s, transferable.collected(), findings);
    tell_persons(s, transferable.merged(), policy.id, over_persons, list.wanted());
    list.finish();
    const auto counts = transferable.counts();
    need_objections_seen(s, options, transferable, input.objects_asked);
    if (counts.transferable == 0) {
        s.refuse(transferable.merged().persons == 0 ? "prepare.no_registrations"
                 : input.informed_asked             ? "prepare.nobody_informed"
                                                    : "prepare.informed_not_asked");
    }
    if (counts.not_informed > 0) {
        s.tell("prepare.not_informed", {{"count", std::to_string(counts.not_informed)}});
    }
    const auto transferred = transfer(std::move(transferable), fields, stamp);
    write_both(s, options, transferred);
    tell_transfer(s, transferred.receipt, options.out, options.receipt);
    return s.options().strict && (findings.has_errors() || too_many) ? exit_code::findings
                                                                     : exit_code::done;
}

} // namespace brukerplan::cli

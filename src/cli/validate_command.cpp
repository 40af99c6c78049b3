#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include <brukerplan/report/findings_page.hpp>
#include <brukerplan/validation/validator.hpp>
#include <brukerplan/write/operation_outcome.hpp>
#include <brukerplan/write/validation_report.hpp>

#include "cli/commands.hpp"
#include "cli/split_files.hpp"
#include "cli/validate_table.hpp"
#include "write/result_json.hpp"

namespace brukerplan::cli {

namespace {

/// The findings themselves on standard output, in the format asked for, up to a bound.
class finding_lister {
public:
    finding_lister(const session& s, output& out, std::optional<std::uint64_t> most)
        : session_(s), most_(most) {
        const auto sink = [&out](std::string_view text) { out.write(text); };
        if (s.options().operation_outcome) {
            outcome_ =
                std::make_unique<operation_outcome_writer>(*s.instrument(), s.language(), sink);
        } else if (s.options().format != detail::listing_format::table) {
            list_ = std::make_unique<detail::listing>(s.options().format, detail::finding_columns,
                                                      sink);
        }
    }

    [[nodiscard]] bool wanted() const noexcept { return outcome_ || list_; }

    void add(const finding& f) {
        if (!wanted() || listed_ == most_) {
            return;
        }
        ++listed_;
        if (outcome_) {
            outcome_->add(f);
        } else {
            list_->add(detail::finding_object(f, *session_.instrument(), session_.language()));
        }
    }
    /// Says so when there are more findings than were listed.
    void finish(std::uint64_t all) {
        if (outcome_) {
            outcome_->finish();
        } else if (list_) {
            list_->finish();
        }
        if (wanted() && listed_ < all) {
            session_.tell("list_cut",
                          {{"listed", std::to_string(listed_)}, {"all", std::to_string(all)}});
        }
    }

private:
    const session& session_;
    std::optional<std::uint64_t> most_;
    std::unique_ptr<operation_outcome_writer> outcome_;
    std::unique_ptr<detail::listing> list_;
    std::uint64_t listed_ = 0;
};

understood_input understood(const registration_reader& reader) {
    return reader.csv() != nullptr ? brukerplan::understood(*reader.csv())
                                   : brukerplan::understood(*reader.ndjson());
}

void write_reports(const session& s, const validate_options& options, const finding_log& findings,
                   const finding_examples& examples, const registration_reader& reader) {
    if (options.html.empty() && options.summary.empty()) {
        return;
    }
    const auto document = make_validation_report(findings.counts(), examples, *s.instrument(),
                                                 s.validation(), understood(reader));
    if (!options.summary.empty()) {
        write_file(s, options.summary, document);
    }
    if (!options.html.empty()) {
        const auto page = render_findings_page(document, {.language = s.language()});
        if (!page) {
            throw unusable_call{page.error().message};
        }
        write_file(s, options.html, *page);
        s.tell("findings_page_written", {{"file", shown_path(s, options.html)}});
    }
}

} // namespace

exit_code run_validate(const session& s, const validate_options& options) {
    s.need_different_files(
        {options.file, options.html, options.summary, options.good, options.bad});
    const validator rules{s.instrument(), s.validation()};
    auto reader = s.open(options.file);
    output out{s, ""};
    finding_log findings;
    finding_examples examples{options.examples};
    finding_lister list{s, out, options.details};
    split_files split{s, options.good, options.bad};
    {
        progress read;
        auto batch = reader.next();
        split.open(reader, batch);
        for (; batch.rows() > 0; batch = reader.next()) {
            const auto worst = rules.validate(batch, findings);
            const auto found = findings.take_details();
            for (const auto& f : found) {
                examples.add(f);
                list.add(f);
            }
            split.add(batch, worst, found);
            read.rows(findings.rows());
        }
    }
    s.tell_dialect(options.file, reader);
    s.tell_policy(findings);
    const bool too_many = s.tell_tuning(findings);
    list.finish(total(findings.counts().findings()));
    if (!list.wanted()) {
        out.write(validation_table(s, findings, examples));
    }
    out.finish();
    split.finish();
    write_reports(s, options, findings, examples, reader);
    return findings.has_errors() || too_many ? exit_code::findings : exit_code::done;
}

} // namespace brukerplan::cli

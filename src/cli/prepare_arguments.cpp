#include "cli/prepare_arguments.hpp"

#include "cli/named_file.hpp"

namespace brukerplan::cli {

namespace {

/// How persons are made, and what leaves of them.
void add_choices(CLI::App& command, prepare_options& options) {
    command.add_option("--merge", options.merge,
                       "Merge policy: latest_known/1 (without it), latest_mapped_on/1 or "
                       "worst_known/1");
    command
        .add_option("--merge-field", options.merge_fields,
                    "Another rule for a field, as housing_kind=latest; may be repeated")
        ->allow_extra_args(false);
    command
        .add_option("--without", options.without,
                    "Fields that do not leave, by their English names, with commas between; may "
                    "be repeated")
        ->allow_extra_args(false)
        ->delimiter(',');
    command.add_flag(
        "--objections-checked", options.objections_checked,
        "Somebody has looked into what may be an objection that is not seen: rows that "
        "cannot be read, objections without a valid number or under another number, "
        "files without the column objects");
}

} // namespace

CLI::App* add_prepare(CLI::App& app, prepare_options& options) {
    auto* command = app.add_subcommand(
        "prepare", "Merge what units registered to persons, and write what may go to the register");
    command
        ->add_option("files", options.files,
                     "Files of registrations of one municipality and year, CSV or JSON with one "
                     "object a line; - is standard input")
        ->required();
    command
        ->add_option("--mapping-id", options.mapping_id,
                     "Your own name of the mapping, such as autumn-2024; the receipt has it")
        ->required();
    command
        ->add_option("--by", options.by,
                     "Who prepares it: a function or a system and no name; the receipt has it")
        ->required();
    command
        ->add_option("--on", options.on,
                     "The day of the transfer (YYYY-MM-DD), once the mapping has ended")
        ->required();
    command->add_option("--out", options.out, "The file for the register (CSV), a new one")
        ->required()
        ->check(named_file);
    command
        ->add_option("--receipt", options.receipt,
                     "The receipt, which the municipality keeps (JSON), a new file")
        ->required()
        ->check(named_file);
    command
        ->add_option("--findings", options.findings,
                     "Also write every finding as CSV, as validate does, and where units disagree: "
                     "for the municipality alone")
        ->check(named_file);
    add_choices(*command, options);
    command->footer(
        "Example:\n"
        "  brukerplan prepare mapping.csv --mapping-id autumn-2024 --by \"municipal coordinator\" "
        "--on 2024-11-30 \\\n"
        "      --out transfer.csv --receipt receipt.json --findings findings.csv\n"
        "The transfer file holds informed persons who do not object, one row each, in shuffled "
        "order, without\nnational numbers. It comes with a receipt or not at all. Keep the "
        "receipt; delete the transfer file once\nit is transferred (docs/register.md).");
    return command;
}

} // namespace brukerplan::cli

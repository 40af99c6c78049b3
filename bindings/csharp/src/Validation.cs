using System;
using Brukerplan.Interop;

namespace Brukerplan
{
    /// <summary>
    /// What was found in a table, by <see cref="Context.ValidateTable"/> or <see cref="Context.ValidateStream"/>, or in
    /// the parts of one, by <see cref="Merge"/>: exact counts, and the first findings whole. It is independent of the
    /// context and the table, never changes, and any number of threads may use it at once; after <see cref="Dispose"/>
    /// its members throw <see cref="ObjectDisposedException"/>. Rules, fields and units are counted from 0; a position
    /// beyond the last is a <see cref="BrukerplanUsageException"/> of the code <see cref="ErrorCode.OutOfRange"/>.
    /// Where a severity is asked for, <see cref="Severity.Any"/> stands for all.
    /// </summary>
    public sealed class Validation : IDisposable
    {
        private readonly ValidationHandle handle;

        internal Validation(ValidationHandle handle)
        {
            this.handle = handle;
        }

        /// <summary>Number of findings that are kept whole: the first ones.</summary>
        public long DetailCount
        {
            get { return Call.Int64(handle, Native.bplan_validation_count_details); }
        }

        /// <summary>Whether there are more findings than are kept whole.</summary>
        public bool Truncated
        {
            get { return Call.Flag(handle, Native.bplan_validation_get_truncated); }
        }

        /// <summary>Positions of the columns that the pack does not know and that were not looked at.</summary>
        public long[] UnknownColumns
        {
            get
            {
                var columns = new long[Call.Int64(handle, Native.bplan_validation_count_unknown_columns)];
                for (var index = 0; index < columns.Length; ++index)
                {
                    var error = NativeError.Create();
                    Call.Check(Native.bplan_validation_get_unknown_column(handle, index, out columns[index], ref error),
                        ref error);
                }
                return columns;
            }
        }

        /// <summary>Number of rows whose worst finding has a severity; None for those without findings.</summary>
        public long CountRows(Severity severity = Severity.Any)
        {
            return Count(severity, Native.bplan_validation_count_rows);
        }

        /// <summary>Number of findings of a severity, exact, however many are kept.</summary>
        public long CountFindings(Severity severity = Severity.Any)
        {
            return Count(severity, Native.bplan_validation_count_findings);
        }

        /// <summary>Number of rules of the pack, with findings or without.</summary>
        public long RuleCount
        {
            get { return Call.Int64(handle, Native.bplan_validation_count_rules); }
        }

        /// <summary>Code of a rule, as <c>BP-DOM-003</c>.</summary>
        public string GetRuleCode(long rule)
        {
            return Call.TextAtIndex(handle, rule, Native.bplan_validation_get_rule_code);
        }

        /// <summary>Number of findings of a rule.</summary>
        public long CountRuleFindings(long rule, Severity severity = Severity.Any)
        {
            return CountAt(rule, severity, Native.bplan_validation_count_rule_findings);
        }

        /// <summary>Number of rows with at least one finding of a rule.</summary>
        public long CountRuleRecords(long rule, Severity severity = Severity.Any)
        {
            return CountAt(rule, severity, Native.bplan_validation_count_rule_records);
        }

        /// <summary>Number of fields of the pack.</summary>
        public long FieldCount
        {
            get { return Call.Int64(handle, Native.bplan_validation_count_fields); }
        }

        /// <summary>Name of a field in the pack, English.</summary>
        public string GetFieldName(long field)
        {
            return Call.TextAtIndex(handle, field, Native.bplan_validation_get_field_name);
        }

        /// <summary>Number of findings about a field.</summary>
        public long CountFieldFindings(long field, Severity severity = Severity.Any)
        {
            return CountAt(field, severity, Native.bplan_validation_count_field_findings);
        }

        /// <summary>
        /// Number of units that rows name, by their names, and of groups of rows whose units are not told apart.
        /// </summary>
        public long UnitCount
        {
            get { return Call.Int64(handle, Native.bplan_validation_count_units); }
        }

        /// <summary>What a unit is.</summary>
        public UnitKind GetUnitKind(long unit)
        {
            var error = NativeError.Create();
            int kind;
            Call.Check(Native.bplan_validation_get_unit_kind(handle, unit, out kind, ref error), ref error);
            return (UnitKind)kind;
        }

        /// <summary>Name of a unit as it may be shown; empty unless it is <see cref="UnitKind.Named"/>.</summary>
        public string GetUnitName(long unit)
        {
            return Call.TextAtIndex(handle, unit, Native.bplan_validation_get_unit_name);
        }

        /// <summary>Number of rows of a unit whose worst finding has a severity, as <see cref="CountRows"/>.</summary>
        public long CountUnitRows(long unit, Severity severity = Severity.Any)
        {
            return CountAt(unit, severity, Native.bplan_validation_count_unit_rows);
        }

        /// <summary>Number of findings in the rows of a unit.</summary>
        public long CountUnitFindings(long unit, Severity severity = Severity.Any)
        {
            return CountAt(unit, severity, Native.bplan_validation_count_unit_findings);
        }

        /// <summary>Number of rows of a unit with at least one finding of a rule.</summary>
        public long CountUnitRuleRecords(long unit, long rule)
        {
            var error = NativeError.Create();
            long count;
            Call.Check(Native.bplan_validation_count_unit_rule_records(handle, unit, rule, out count, ref error),
                ref error);
            return count;
        }

        /// <summary>The worst severity of each row, in order.</summary>
        /// <exception cref="BrukerplanUsageException">Of a stream, and rows were not kept.</exception>
        public unsafe Severity[] GetWorstSeverities()
        {
            return Call.All((Severity[] items, long capacity, out long rows, ref NativeError error) =>
            {
                fixed (Severity* severities = items)
                {
                    return Native.bplan_validation_get_worst_severities(handle, severities, capacity, out rows,
                        ref error);
                }
            });
        }

        /// <summary>
        /// The rows that can be used as they stand, from 0 in rising order: those without an error or worse.
        /// </summary>
        /// <exception cref="BrukerplanUsageException">Of a stream, and rows were not kept.</exception>
        public long[] GetGoodRows()
        {
            return Call.All((long[] rows, long capacity, out long count, ref NativeError error) =>
                Native.bplan_validation_get_good_rows(handle, rows, capacity, out count, ref error));
        }

        /// <summary>The other rows: those with an error or worse.</summary>
        /// <exception cref="BrukerplanUsageException">Of a stream, and rows were not kept.</exception>
        public long[] GetBadRows()
        {
            return Call.All((long[] rows, long capacity, out long count, ref NativeError error) =>
                Native.bplan_validation_get_bad_rows(handle, rows, capacity, out count, ref error));
        }

        /// <summary>
        /// The worst severity of each row as an Arrow array of int8, written over what is at two addresses, of an
        /// <c>ArrowSchema</c> and an <c>ArrowArray</c>; the caller releases both.
        /// </summary>
        /// <exception cref="BrukerplanUsageException">Of a stream, and rows were not kept.</exception>
        public void ExportWorstSeverities(IntPtr schema, IntPtr severities)
        {
            Export(schema, severities, Native.bplan_validation_export_worst_severities);
        }

        /// <summary>
        /// The findings that are kept whole as Arrow columns, <c>code severity record row_ref unit field related
        /// message action pack params</c>, likewise.
        /// </summary>
        public void ExportFindings(IntPtr schema, IntPtr findings)
        {
            Export(schema, findings, Native.bplan_validation_export_findings);
        }

        /// <summary>The same findings as text: objects with the same names.</summary>
        public string ListFindings(ListingForm form = ListingForm.Json)
        {
            return Call.Document((out DocumentHandle document, ref NativeError error) =>
                Native.bplan_validation_list_findings(handle, (int)form, out document, ref error));
        }

        /// <summary>
        /// This part of a table and the next as one, the rows of the second behind those of the first: what the whole
        /// table would have given. Both stay as they are.
        /// </summary>
        /// <exception cref="BrukerplanUsageException">They are by different packs, mappings or profiles.</exception>
        public Validation Merge(Validation next)
        {
            Call.RequireNotNull(next, nameof(next));
            var error = NativeError.Create();
            ValidationHandle merged;
            Call.Check(Native.bplan_validation_merge(handle, next.handle, out merged, ref error), ref error);
            return new Validation(merged);
        }

        /// <summary>
        /// The validation as JSON text, to be carried to another process and restored there by
        /// <see cref="Context.RestoreValidation"/>. It holds what the findings hold, and so nobody's identity.
        /// </summary>
        public string Save()
        {
            return Call.Document((out DocumentHandle document, ref NativeError error) =>
                Native.bplan_validation_save(handle, out document, ref error));
        }

        /// <summary>Frees what was found, when the last call that uses it has ended. May be called again.</summary>
        public void Dispose()
        {
            handle.Dispose();
        }

        private delegate int Counts(ValidationHandle validation, int severity, out long count, ref NativeError error);

        private delegate int CountsAt(ValidationHandle validation, long position, int severity, out long count,
            ref NativeError error);

        private delegate int Exports(ValidationHandle validation, IntPtr schema, IntPtr array, ref NativeError error);

        private long Count(Severity severity, Counts function)
        {
            var error = NativeError.Create();
            long count;
            Call.Check(function(handle, (int)severity, out count, ref error), ref error);
            return count;
        }

        private long CountAt(long position, Severity severity, CountsAt function)
        {
            var error = NativeError.Create();
            long count;
            Call.Check(function(handle, position, (int)severity, out count, ref error), ref error);
            return count;
        }

        private void Export(IntPtr schema, IntPtr array, Exports function)
        {
            var error = NativeError.Create();
            Call.Check(function(handle, schema, array, ref error), ref error);
        }
    }
}

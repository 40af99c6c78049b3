using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;

namespace Brukerplan.Tests
{
    internal static class ValidationTests
    {
        private sealed class Told : IProgress<long>
        {
            private readonly Action<long> action;

            internal Told(Action<long> action)
            {
                this.action = action;
            }

            public void Report(long value)
            {
                action(value);
            }
        }

        [Test]
        private static void A_batch_is_counted_by_row_rule_field_and_unit()
        {
            using (var context = new Context(Samples.TestOptions))
            using (var table = new ArrowTable(Samples.Columns, Samples.GoodRow, Samples.BadRow, Samples.GoodRow))
            using (var validation = context.ValidateTable(table.Schema, table.Array))
            {
                Expect.Equal(3L, validation.CountRows());
                Expect.Equal(2L, validation.CountRows(Severity.None));
                Expect.Equal(1L, validation.CountRows(Severity.Error));
                Expect.Equal(1L, validation.CountFindings());
                Expect.Equal(0L, validation.CountFindings(Severity.Warning));
                Expect.Equal(1L, validation.DetailCount);
                Expect.Equal(false, validation.Truncated);
                Expect.Equal(0, validation.UnknownColumns.Length);

                var rule = Numbers(validation.RuleCount).Single(at => validation.CountRuleFindings(at) > 0);
                Expect.True(validation.GetRuleCode(rule).StartsWith("BP-", StringComparison.Ordinal),
                    "a rule has a code");
                Expect.Equal(1L, validation.CountRuleFindings(rule, Severity.Error));
                Expect.Equal(1L, validation.CountRuleRecords(rule));

                var field = Numbers(validation.FieldCount).Single(at => validation.CountFieldFindings(at) > 0);
                Expect.Equal("economy", validation.GetFieldName(field));
                Expect.Equal(0L, validation.CountFieldFindings(field, Severity.Info));

                Expect.Equal(1L, validation.UnitCount);
                Expect.Equal(UnitKind.Named, validation.GetUnitKind(0));
                Expect.Equal("Team A", validation.GetUnitName(0));
                Expect.Equal(3L, validation.CountUnitRows(0));
                Expect.Equal(1L, validation.CountUnitFindings(0, Severity.Error));
                Expect.Equal(1L, validation.CountUnitRuleRecords(0, rule));

                Expect.Same(new[] { Severity.None, Severity.Error, Severity.None }, validation.GetWorstSeverities());
                Expect.Same(new[] { 0L, 2L }, validation.GetGoodRows());
                Expect.Same(new[] { 1L }, validation.GetBadRows());
                Expect.Contains("\"economy\"", validation.ListFindings());
                Expect.Equal(1, validation.ListFindings(ListingForm.Ndjson).Trim().Split('\n').Length);
            }
        }

        [Test]
        private static void A_position_beyond_the_last_is_refused()
        {
            using (var context = new Context(Samples.TestOptions))
            using (var table = new ArrowTable(Samples.Columns, Samples.GoodRow))
            using (var validation = context.ValidateTable(table.Schema, table.Array))
            {
                Expect.Refused<BrukerplanUsageException>(ErrorCode.OutOfRange,
                    () => validation.GetRuleCode(validation.RuleCount));
                Expect.Refused<BrukerplanUsageException>(ErrorCode.OutOfRange, () => validation.GetUnitKind(-1));
            }
        }

        [Test]
        private static void Findings_beyond_the_most_details_are_counted_and_not_kept()
        {
            using (var context = new Context(Samples.TestOptions))
            using (var table = new ArrowTable(Samples.Columns, Samples.BadRow, Samples.BadRow))
            using (var validation = context.ValidateTable(table.Schema, table.Array, 1))
            {
                Expect.Equal(2L, validation.CountFindings());
                Expect.Equal(1L, validation.DetailCount);
                Expect.Equal(true, validation.Truncated);
            }
        }

        [Test]
        private static void A_table_that_cannot_be_used_says_why()
        {
            using (var context = new Context(Samples.TestOptions))
            using (var few = new ArrowTable(new[] { "housing" }, new[] { "red" }))
            using (var twice = new ArrowTable(Samples.Columns.Concat(new[] { "bolig" }).ToArray(),
                Samples.GoodRow.Concat(new[] { "red" }).ToArray()))
            {
                Expect.Refused<BrukerplanTableException>(ErrorCode.MissingColumns,
                    () => context.ValidateTable(few.Schema, few.Array));
                Expect.Refused<BrukerplanTableException>(ErrorCode.DuplicateColumns,
                    () => context.ValidateTable(twice.Schema, twice.Array));
                Expect.Refused<BrukerplanUsageException>(ErrorCode.NullArgument,
                    () => context.ValidateTable(IntPtr.Zero, few.Array));
            }
        }

        [Test]
        private static void Columns_that_the_pack_does_not_know_are_told_by_position()
        {
            using (var context = new Context(Samples.TestOptions))
            using (var table = new ArrowTable(Samples.Columns.Concat(new[] { "colour" }).ToArray(),
                Samples.GoodRow.Concat(new[] { "blue" }).ToArray()))
            using (var validation = context.ValidateTable(table.Schema, table.Array))
            {
                Expect.Same(new[] { (long)Samples.Columns.Length }, validation.UnknownColumns);
            }
        }

        [Test]
        private static void A_stream_has_the_findings_of_its_batches_and_is_released()
        {
            using (var context = new Context(Samples.TestOptions))
            using (var table = new ArrowTable(Samples.Columns, Samples.GoodRow, Samples.BadRow))
            {
                var told = new List<long>();
                using (var validation = context.ValidateStream(table.Stream(3), progress: new Told(told.Add)))
                {
                    Expect.Equal(6L, validation.CountRows());
                    Expect.Same(new[] { 1L, 3L, 5L }, validation.GetBadRows());
                }
                Expect.True(table.StreamReleased, "the stream was taken");
                Expect.Equal(6L, told.Last());
            }
        }

        [Test]
        private static void Rows_that_were_not_kept_cannot_be_told()
        {
            using (var context = new Context(Samples.TestOptions))
            using (var table = new ArrowTable(Samples.Columns, Samples.GoodRow))
            using (var validation = context.ValidateStream(table.Stream(1), keepRows: false))
            {
                Expect.Equal(1L, validation.CountRows());
                Expect.Refused<BrukerplanUsageException>(ErrorCode.NotThere, () => validation.GetGoodRows());
            }
        }

        [Test]
        private static void A_stream_can_be_cancelled()
        {
            using (var context = new Context(Samples.TestOptions))
            using (var table = new ArrowTable(Samples.Columns, Samples.GoodRow))
            using (var source = new CancellationTokenSource())
            {
                source.Cancel();
                var token = source.Token;
                Expect.Equal(token, Expect.Throws<OperationCanceledException>(
                    () => context.ValidateStream(table.Stream(2), cancellation: token)).CancellationToken);
                Expect.True(table.StreamReleased, "the stream was taken");
            }
        }

        [Test]
        private static void What_progress_throws_comes_out_of_the_call()
        {
            using (var context = new Context(Samples.TestOptions))
            using (var table = new ArrowTable(Samples.Columns, Samples.GoodRow))
            {
                var progress = new Told(rows => { throw new FormatException("mine"); });
                Expect.Equal("mine", Expect.Throws<FormatException>(
                    () => context.ValidateStream(table.Stream(2), progress: progress)).Message);
                Expect.True(table.StreamReleased, "the stream was taken");
            }
        }

        [Test]
        private static void Worst_severities_are_exported_as_bytes()
        {
            using (var context = new Context(Samples.TestOptions))
            using (var table = new ArrowTable(Samples.Columns, Samples.GoodRow, Samples.BadRow))
            using (var validation = context.ValidateTable(table.Schema, table.Array))
            {
                Exported(table, validation.ExportWorstSeverities, (schema, array) =>
                {
                    Expect.Equal("c", Marshal.PtrToStringAnsi(schema.Format));
                    Expect.Equal(2L, array.Length);
                    var values = Marshal.ReadIntPtr(array.Buffers, IntPtr.Size);
                    Expect.Equal((byte)Severity.Error, Marshal.ReadByte(values, (int)array.Offset + 1));
                });
            }
        }

        [Test]
        private static void Findings_are_exported_as_columns()
        {
            using (var context = new Context(Samples.TestOptions))
            using (var table = new ArrowTable(Samples.Columns, Samples.GoodRow, Samples.BadRow))
            using (var validation = context.ValidateTable(table.Schema, table.Array))
            {
                Exported(table, validation.ExportFindings, (schema, array) =>
                {
                    Expect.Equal(1L, array.Length);
                    Expect.Same(new[] { "code", "severity", "record", "row_ref", "unit", "field", "related", "message",
                        "action", "pack", "params" }, ColumnNames(schema));
                });
            }
        }

        [Test]
        private static void A_table_is_scored_row_by_row()
        {
            using (var context = new Context(Samples.TestOptions))
            using (var table = new ArrowTable(Samples.Columns, Samples.GoodRow, Samples.BadRow))
            {
                Exported(table, (schema, array) => context.ScoreTable(table.Schema, table.Array, schema, array),
                    (schema, array) =>
                    {
                        Expect.Equal(2L, array.Length);
                        Expect.Same(new[] { "row_ref", "points", "class", "answered", "scheme", "reason" },
                            ColumnNames(schema));
                        var points = ArrowTable.Read<ArrowArray>(Marshal.ReadIntPtr(array.Children, IntPtr.Size));
                        Expect.Equal(9, Marshal.ReadInt32(Marshal.ReadIntPtr(points.Buffers, IntPtr.Size)));
                    });
            }
        }

        [Test]
        private static void Parts_of_a_table_are_joined_also_when_one_was_carried()
        {
            using (var context = new Context(Samples.TestOptions))
            using (var good = new ArrowTable(Samples.Columns, Samples.GoodRow))
            using (var bad = new ArrowTable(Samples.Columns, Samples.BadRow, Samples.GoodRow))
            using (var first = context.ValidateTable(good.Schema, good.Array))
            using (var second = context.ValidateTable(bad.Schema, bad.Array))
            using (var carried = context.RestoreValidation(second.Save()))
            using (var whole = first.Merge(carried))
            {
                Expect.Equal(3L, whole.CountRows());
                Expect.Same(new[] { 1L }, whole.GetBadRows());
                Expect.Equal(1L, first.CountRows());
                Expect.Equal(second.ListFindings(), carried.ListFindings());
            }
        }

        [Test]
        private static void Parts_that_do_not_fit_are_refused()
        {
            using (var context = new Context(Samples.TestOptions))
            using (var other = new Context(new Options { Pack = "brukerplan/2019", TestNumbers = true }))
            using (var table = new ArrowTable(Samples.Columns, Samples.GoodRow))
            using (var first = context.ValidateTable(table.Schema, table.Array))
            using (var second = other.ValidateTable(table.Schema, table.Array))
            {
                Expect.Refused<BrukerplanUsageException>(ErrorCode.InvalidArgument, () => first.Merge(second));
                Expect.Refused<BrukerplanTableException>(ErrorCode.InvalidState,
                    () => other.RestoreValidation(first.Save()));
                Expect.Refused<BrukerplanTableException>(ErrorCode.InvalidState, () => context.RestoreValidation("{"));
            }
        }

        private static IEnumerable<long> Numbers(long count)
        {
            return Enumerable.Range(0, (int)count).Select(number => (long)number);
        }

        private static string[] ColumnNames(ArrowSchema schema)
        {
            return Numbers(schema.ChildCount).Select(column => Marshal.PtrToStringAnsi(ArrowTable.Read<ArrowSchema>(
                Marshal.ReadIntPtr(schema.Children, (int)column * IntPtr.Size)).Name)).ToArray();
        }

        private static void Exported(ArrowTable table, Action<IntPtr, IntPtr> export,
            Action<ArrowSchema, ArrowArray> look)
        {
            var schema = table.Room<ArrowSchema>();
            var array = table.Room<ArrowArray>();
            export(schema, array);
            look(ArrowTable.Read<ArrowSchema>(schema), ArrowTable.Read<ArrowArray>(array));
            ArrowTable.Release(array, ArrowTable.Read<ArrowArray>(array).Release);
            ArrowTable.Release(schema, ArrowTable.Read<ArrowSchema>(schema).Release);
            Expect.Equal(IntPtr.Zero, ArrowTable.Read<ArrowArray>(array).Release, "released");
        }
    }
}

using System;
using System.Linq;

namespace Brukerplan.Tests
{
    internal static class HistogramTests
    {
        private struct Row
        {
            internal byte Housing, Activity, Economy, PhysicalHealth, MentalHealth, SubstanceUse, SocialFunctioning;
            internal byte Network;
        }

        private static readonly int[] Offsets = Enumerable.Range(0, Library.Domains).ToArray();

        [Test]
        private static void Persons_are_counted_by_assessment_however_they_come()
        {
            using (var histogram = new Histogram())
            {
                var columns = Samples.EveryAssessment();
                columns[0][3] = 9;
                histogram.AddColumns(columns);
                Expect.Equal(65535L, histogram.Persons);
                Expect.Equal(1L, histogram.Unreadable);
                histogram.AddPacked(new ushort[] { 3, 65535, 65535 });
                histogram.AddStrided(new[] { new Row { Housing = 3 }, new Row() }, Offsets);
                var counts = histogram.GetCounts();
                Expect.Equal(2L, counts[3]);
                Expect.Equal(3L, counts[65535]);
                Expect.Equal(2L, counts[0]);
                histogram.AddCounts(counts, 5);
                Expect.Equal(2 * 65540L, histogram.Persons);
                Expect.Equal(6L, histogram.Unreadable);
            }
        }

        [Test]
        private static void Rows_of_a_table_are_persons()
        {
            using (var context = new Context(Samples.TestOptions))
            using (var table = new ArrowTable(Samples.Columns, Samples.GoodRow, Samples.GoodRow, Samples.BadRow))
            using (var histogram = new Histogram())
            {
                histogram.AddTable(context, table.Schema, table.Array);
                Expect.Equal(2L, histogram.GetCounts().Max());
                Expect.Equal(3L, histogram.Persons + histogram.Unreadable);
            }
        }

        [Test]
        private static void A_scheme_can_be_applied_to_counts()
        {
            using (var scheme = Scheme.FromPack(scheme: "sum16/1"))
            using (var histogram = new Histogram())
            {
                histogram.AddPacked(new ushort[] { 65535, 65535, 0x5555, 0 });
                var counts = histogram.GetCounts();
                Expect.Equal(2L, scheme.CountClass(counts, IndexClass.BlueLight));
                Expect.Equal(1L, scheme.CountClass(counts, IndexClass.Green));
                Expect.Equal(1L, scheme.CountNoClass(counts, NoClassReason.NothingAssessed));
                Expect.Equal(3L, scheme.CountNoClass(counts, NoClassReason.HasClass));
                Expect.Refused<BrukerplanUsageException>(ErrorCode.InvalidArgument,
                    () => scheme.CountClass(counts, (IndexClass)9));
                Expect.Throws<ArgumentException>(() => scheme.CountClass(new long[7], IndexClass.Green));
            }
        }

        [Test]
        private static void A_refused_count_adds_nothing()
        {
            using (var histogram = new Histogram())
            {
                var counts = new long[Library.Assessments];
                counts[0] = 1;
                counts[17] = -1;
                Expect.Equal(17L, Expect.Refused<BrukerplanUsageException>(ErrorCode.InvalidArgument,
                    () => histogram.AddCounts(counts)).Row);
                Expect.Equal(0L, histogram.Persons);
                Expect.Throws<ArgumentException>(() => histogram.AddColumns(new byte[3][]));
            }
        }
    }
}

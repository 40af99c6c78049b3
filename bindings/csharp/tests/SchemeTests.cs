using System;
using System.Linq;
using System.Runtime.InteropServices;

namespace Brukerplan.Tests
{
    internal static class SchemeTests
    {
        private static readonly byte[] AllRed = { 3, 3, 3, 3, 3, 3, 3, 3 };

        /// <summary>What a record system may have in an array: ratings among other things.</summary>
        [StructLayout(LayoutKind.Sequential)]
        private struct Row
        {
            internal long Key;
            internal byte Housing;
            internal byte Activity;
            internal byte Economy;
            internal int Year;
            internal byte PhysicalHealth;
            internal byte MentalHealth;
            internal byte SubstanceUse;
            internal byte SocialFunctioning;
            internal byte Network;
        }

        private static readonly int[] Offsets = new[]
        {
            "Housing", "Activity", "Economy", "PhysicalHealth", "MentalHealth", "SubstanceUse", "SocialFunctioning",
            "Network"
        }.Select(member => (int)Marshal.OffsetOf(typeof(Row), member)).ToArray();

        [Test]
        private static void One_assessment_is_scored_by_ratings_and_by_code()
        {
            using (var scheme = Scheme.FromPack("brukerplan/2024", "sum16/1"))
            {
                Expect.Equal("sum16/1", scheme.Id);
                foreach (var score in new[] { scheme.ScoreRatings(AllRed), scheme.ScoreCode(65535) })
                {
                    Expect.Equal(IndexClass.BlueLight, score.Class);
                    Expect.Equal(16, score.Points);
                    Expect.Equal(8, score.Answered);
                    Expect.Equal(NoClassReason.HasClass, score.NoClassReason);
                }
                Expect.Equal(NoClassReason.NothingAssessed, scheme.ScoreCode(0).NoClassReason);
                Expect.Refused<BrukerplanUsageException>(ErrorCode.InvalidArgument, () => scheme.ScoreCode(65536));
            }
        }

        [Test]
        private static void A_number_that_is_no_rating_is_unreadable()
        {
            using (var scheme = Scheme.FromPack())
            {
                var score = scheme.ScoreRatings(new byte[] { 1, 1, 1, 1, 7, 1, 1, 1 });
                Expect.Equal(IndexClass.None, score.Class);
                Expect.Equal(NoClassReason.Unreadable, score.NoClassReason);
            }
        }

        [Test]
        private static void Many_are_scored_as_each_is_alone()
        {
            var columns = Samples.EveryAssessment();
            columns[4][17] = 9;
            var rows = new Row[Library.Assessments];
            for (var code = 0; code < rows.Length; ++code)
            {
                rows[code] = new Row
                {
                    Key = -1, Year = -1,
                    Housing = columns[0][code], Activity = columns[1][code], Economy = columns[2][code],
                    PhysicalHealth = columns[3][code], MentalHealth = columns[4][code],
                    SubstanceUse = columns[5][code], SocialFunctioning = columns[6][code], Network = columns[7][code]
                };
            }
            using (var scheme = Scheme.FromPack(scheme: "rule/1"))
            {
                var byColumns = scheme.ScoreColumns(columns);
                var byStructs = scheme.ScoreStrided(rows, Offsets);
                Expect.Equal(1L, byColumns.Unreadable);
                Expect.Equal(1L, byStructs.Unreadable);
                for (var code = 0; code < Library.Assessments; ++code)
                {
                    var score = scheme.ScoreRatings(columns.Select(column => column[code]).ToArray());
                    SameScore(score, byColumns, code);
                    SameScore(score, byStructs, code);
                }
                var codes = Enumerable.Range(0, Library.Assessments).Select(code => (ushort)code).ToArray();
                var byCodes = scheme.ScorePacked(codes);
                Expect.Equal(0L, byCodes.Unreadable);
                for (var code = 0; code < Library.Assessments; code += 97)
                {
                    SameScore(scheme.ScoreCode(code), byCodes, code);
                }
            }
        }

        [Test]
        private static void A_stride_may_be_negative_or_nothing()
        {
            var ratings = Enumerable.Range(0, 16).Select(at => (byte)(at < 8 ? 1 : 3)).ToArray();
            var pin = GCHandle.Alloc(ratings, GCHandleType.Pinned);
            try
            {
                var first = pin.AddrOfPinnedObject();
                using (var scheme = Scheme.FromPack())
                {
                    var backwards = Enumerable.Range(8, 8).Select(at => IntPtr.Add(first, at)).ToArray();
                    Expect.Same(new[] { IndexClass.BlueLight, IndexClass.Green },
                        scheme.ScoreStrided(backwards, Enumerable.Repeat(-8L, 8).ToArray(), 2).Classes);
                    Expect.Same(new[] { IndexClass.BlueLight, IndexClass.BlueLight },
                        scheme.ScoreStrided(backwards, new long[8], 2).Classes);
                }
            }
            finally
            {
                pin.Free();
            }
        }

        [Test]
        private static void Only_what_is_wanted_is_filled_and_arrays_are_used_again()
        {
            using (var scheme = Scheme.FromPack())
            {
                var scores = new Scores(Library.Assessments, ScoreParts.Classes);
                var columns = Samples.EveryAssessment();
                Expect.True(ReferenceEquals(scores, scheme.ScoreColumns(columns, scores)), "the same scores");
                Expect.True(scores.Points == null && scores.Answered == null && scores.Reasons == null,
                    "classes alone");
                Expect.Equal(IndexClass.BlueLight, scores.Classes[65535]);
                Expect.Throws<ArgumentException>(() => scheme.ScorePacked(new ushort[3], scores));
            }
        }

        [Test]
        private static void No_rows_are_no_mistake()
        {
            using (var scheme = Scheme.FromPack())
            {
                Expect.Equal(0, scheme.ScoreColumns(Enumerable.Repeat(new byte[0], 8).ToArray()).Rows);
                Expect.Equal(0, scheme.ScorePacked(new ushort[0]).Rows);
                Expect.Equal(0, scheme.ScoreStrided(new Row[0], Offsets).Rows);
            }
        }

        [Test]
        private static void Arrays_of_another_shape_are_refused_before_anything_is_read()
        {
            using (var scheme = Scheme.FromPack())
            {
                Expect.Throws<ArgumentException>(() => scheme.ScoreRatings(new byte[7]));
                Expect.Throws<ArgumentNullException>(() => scheme.ScoreRatings(null));
                Expect.Throws<ArgumentException>(() => scheme.ScoreColumns(new byte[7][]));
                var uneven = Enumerable.Repeat(new byte[2], 7).Concat(new[] { new byte[1] }).ToArray();
                Expect.Throws<ArgumentException>(() => scheme.ScoreColumns(uneven));
                Expect.Throws<ArgumentException>(
                    () => scheme.ScoreStrided(new Row[2], new[] { 0, 1, 2, 3, 4, 5, 6, 64 }));
                Expect.Throws<ArgumentException>(() => scheme.Compare(scheme, new long[10]));
            }
        }

        [Test]
        private static void A_scheme_of_ones_own_is_checked()
        {
            using (var scheme = Scheme.FromJson(Samples.OwnScheme))
            {
                Expect.Equal("our-town/1", scheme.Id);
                Expect.Equal(IndexClass.Red, scheme.ScoreRatings(AllRed).Class);
            }
            Expect.Refused<BrukerplanInstrumentException>(ErrorCode.InvalidScheme, () => Scheme.FromJson("{}"));
            Expect.Refused<BrukerplanInstrumentException>(ErrorCode.UnknownScheme,
                () => Scheme.FromPack(scheme: "none/1"));
        }

        [Test]
        private static void An_explanation_speaks_the_language_that_is_asked_for()
        {
            using (var scheme = Scheme.FromPack())
            {
                Expect.Contains("\"brukerplan/explanation\"", scheme.Explain(AllRed));
                Expect.True(scheme.Explain(AllRed) != scheme.Explain(AllRed, "en"), "languages differ");
                Expect.Refused<BrukerplanInstrumentException>(ErrorCode.UnknownLanguage,
                    () => scheme.Explain(AllRed, "xx"));
                Expect.Refused<BrukerplanUsageException>(ErrorCode.InvalidArgument, () => scheme.Explain(new byte[]
                    { 1, 1, 1, 1, 1, 1, 1, 4 }));
            }
        }

        [Test]
        private static void Two_schemes_are_compared_over_assessments_or_persons()
        {
            using (var sum = Scheme.FromPack(scheme: "sum16/1"))
            using (var rule = Scheme.FromPack(scheme: "rule/1"))
            {
                Expect.Contains("\"total\":65536", sum.Compare(rule));
                var counts = new long[Library.Assessments];
                counts[65535] = 5;
                Expect.Contains("\"total\":5", sum.Compare(rule, counts));
                counts[7] = -1;
                Expect.Equal(7L, Expect.Refused<BrukerplanUsageException>(ErrorCode.InvalidArgument,
                    () => sum.Compare(rule, counts)).Row);
            }
        }

        private static void SameScore(Score expected, Scores scores, int row)
        {
            if (expected.Class != scores.Classes[row] || expected.Points != scores.Points[row] ||
                expected.Answered != scores.Answered[row] || expected.NoClassReason != scores.Reasons[row])
            {
                throw new TestFailure("row " + row + " is scored otherwise");
            }
        }
    }
}

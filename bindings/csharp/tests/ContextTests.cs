using System;
using System.Linq;
using System.Threading;

namespace Brukerplan.Tests
{
    internal static class ContextTests
    {
        [Test]
        private static void A_context_says_what_it_was_made_from()
        {
            using (var context = new Context(new Options
            {
                Pack = "brukerplan/2024",
                Scheme = "rule/1",
                Language = "nn",
                TestNumbers = true
            }))
            {
                Expect.Equal("brukerplan/2024", context.PackId);
                Expect.Equal("rule/1", context.SchemeId);
                Expect.Equal("nn", context.Language);
                Expect.Equal(true, context.TestNumbers);
            }
        }

        [Test]
        private static void Without_options_a_context_has_those_of_the_library()
        {
            using (var context = new Context())
            {
                Expect.Equal("nb", context.Language);
                Expect.Equal(false, context.TestNumbers);
            }
        }

        [Test]
        private static void What_is_not_there_is_refused_with_its_code()
        {
            Refuses(ErrorCode.UnknownPack, new Options { Pack = "brukerplan/1900" });
            Refuses(ErrorCode.UnknownScheme, new Options { Scheme = "none/1" });
            Refuses(ErrorCode.UnknownLanguage, new Options { Language = "xx" });
            Refuses(ErrorCode.InvalidPack, new Options { PackJson = "{}" });
            Refuses(ErrorCode.InvalidMapping, new Options { MappingJson = "{}" });
            Refuses(ErrorCode.InvalidProfile, new Options { ProfileJson = "{}" });
        }

        [Test]
        private static void A_period_that_ends_before_it_begins_is_refused()
        {
            Expect.Refused<BrukerplanUsageException>(ErrorCode.InvalidArgument, () => new Context(new Options
            {
                PeriodFirst = new DateTime(2024, 5, 6),
                PeriodLast = new DateTime(2024, 5, 5)
            }));
        }

        [Test]
        private static void A_pack_is_given_once()
        {
            Expect.Throws<ArgumentException>(() =>
                new Context(new Options { Pack = "brukerplan/2024", PackJson = "{}" }));
        }

        [Test]
        private static void A_scheme_of_ones_own_scores_what_a_context_scores()
        {
            var options = Samples.TestOptions;
            options.SchemeJson = Samples.OwnScheme;
            using (var context = new Context(options))
            {
                Expect.Equal("our-town/1", context.SchemeId);
                Expect.Equal(IndexClass.Red, context.Check(Samples.GoodRecord).Score.Class);
            }
            Refuses(ErrorCode.InvalidScheme, new Options { SchemeJson = "{}" });
            Expect.Throws<ArgumentException>(() =>
                new Context(new Options { Scheme = "sum16/1", SchemeJson = Samples.OwnScheme }));
        }

        [Test]
        private static void A_context_describes_its_pack_in_its_language()
        {
            using (var english = new Context(Samples.TestOptions))
            using (var norwegian = new Context())
            {
                Expect.Contains("\"economy\"", english.Describe());
                Expect.True(english.Describe() != norwegian.Describe(), "languages differ");
            }
        }

        [Test]
        private static void A_good_record_is_valid_and_has_a_class()
        {
            using (var context = new Context(Samples.TestOptions))
            {
                var result = context.Check(Samples.GoodRecord);
                Expect.Equal(true, result.Valid);
                Expect.Equal(Severity.None, result.WorstSeverity);
                Expect.Equal(0, result.Findings.Count);
                Expect.Equal(IndexClass.Red, result.Score.Class);
                Expect.Equal(9, result.Score.Points);
                Expect.Equal(8, result.Score.Answered);
                Expect.Equal(NoClassReason.HasClass, result.Score.NoClassReason);
                Expect.Equal(0L, result.UnknownKeys);
                Expect.Contains("\"brukerplan/record-result\"", result.Json);
            }
        }

        [Test]
        private static void A_bad_record_is_no_error_and_its_findings_do_not_repeat_it()
        {
            using (var context = new Context(Samples.TestOptions))
            {
                var result = context.Check(Samples.BadRecord);
                Expect.Equal(false, result.Valid);
                Expect.Equal(Severity.Error, result.WorstSeverity);
                var finding = result.Findings.Single();
                Expect.Equal("economy", finding.Field);
                Expect.Equal(Severity.Error, finding.Severity);
                Expect.True(finding.Code.StartsWith("BP-", StringComparison.Ordinal), "the finding has a code");
                Expect.True(finding.Message.Length > 0 && finding.Action.Length > 0, "the finding has texts");
                Expect.True(!result.Json.Contains("yelow"), "the cell is not repeated");
                Expect.Equal(NoClassReason.Unreadable, result.Score.NoClassReason);
            }
        }

        [Test]
        private static void Text_that_is_no_record_is_a_finding()
        {
            using (var context = new Context(Samples.TestOptions))
            {
                foreach (var text in new[] { "", "{", "[]", "\"\ud800\"" })
                {
                    var result = context.Check(text);
                    Expect.Equal(Severity.Fatal, result.WorstSeverity);
                    Expect.Equal("BP-ROW-004", result.Findings.Single().Code);
                }
                Expect.Equal("BP-ROW-004", context.Check(new byte[] { 0x7B, 0xFF, 0x7D }).Findings.Single().Code);
            }
        }

        [Test]
        private static void Text_that_is_not_there_is_a_mistake_of_the_caller()
        {
            using (var context = new Context())
            {
                Expect.Throws<ArgumentNullException>(() => context.Check((string)null));
                Expect.Throws<ArgumentNullException>(() => context.Check((byte[])null));
            }
        }

        [Test]
        private static void Keys_that_the_pack_does_not_know_are_counted()
        {
            using (var context = new Context(Samples.TestOptions))
            {
                Expect.Equal(1L, context.Check(Samples.GoodRecord.Replace("{", "{\"huosing\": 1, ")).UnknownKeys);
            }
        }

        [Test]
        private static void What_was_not_asked_for_is_not_there()
        {
            using (var context = new Context(Samples.TestOptions))
            {
                var validated = context.Validate(Samples.GoodRecord);
                Expect.True(validated.IsValidated && !validated.IsScored, "validated alone");
                Expect.Refused<BrukerplanUsageException>(ErrorCode.NotThere, () => Keep(validated.Score));
                var scored = context.Score(Samples.GoodRecord);
                Expect.True(scored.IsScored && !scored.IsValidated, "scored alone");
                Expect.Equal(IndexClass.Red, scored.Score.Class);
                Expect.Refused<BrukerplanUsageException>(ErrorCode.NotThere, () => Keep(scored.Valid));
                Expect.Refused<BrukerplanUsageException>(ErrorCode.NotThere, () => Keep(scored.Findings));
                Expect.Refused<BrukerplanUsageException>(ErrorCode.NotThere, () => Keep(scored.WorstSeverity));
            }
        }

        [Test]
        private static void Norwegian_letters_come_and_go_whole()
        {
            using (var context = new Context(new Options { TestNumbers = true }))
            {
                var result = context.Check(Samples.BadRecord.Replace("economy", "\u00d8konomi"));
                Expect.Equal("economy", result.Findings.Single().Field);
                Expect.Equal(0L, result.UnknownKeys);
                Expect.True(result.Findings.Single().Message.Any(letter => "\u00e6\u00f8\u00e5\u00c6\u00d8\u00c5"
                    .IndexOf(letter) >= 0), "a message in bokmal has its letters");
            }
        }

        [Test]
        private static void A_reference_date_finds_dates_that_lie_in_the_future()
        {
            var options = Samples.TestOptions;
            options.ReferenceDate = new DateTime(2024, 5, 5);
            using (var context = new Context(options))
            {
                Expect.Same(new[] { "mapped_on" },
                    context.Check(Samples.GoodRecord).Findings.Select(finding => finding.Field));
            }
        }

        [Test]
        private static void Results_outlive_their_context()
        {
            CheckResult result;
            using (var context = new Context(Samples.TestOptions))
            {
                result = context.Check(Samples.BadRecord);
            }
            Expect.Equal("economy", result.Findings.Single().Field);
        }

        [Test]
        private static void Threads_share_a_context()
        {
            using (var context = new Context(Samples.TestOptions))
            {
                var expected = new[] { context.Check(Samples.GoodRecord).Json, context.Check(Samples.BadRecord).Json };
                var faults = 0;
                var threads = Enumerable.Range(0, 4).Select(number => new Thread(() =>
                {
                    for (var turn = 0; turn < 500; ++turn)
                    {
                        var which = (turn + number) % 2;
                        var record = which == 0 ? Samples.GoodRecord : Samples.BadRecord;
                        if (context.Check(record).Json != expected[which])
                        {
                            Interlocked.Increment(ref faults);
                        }
                    }
                })).ToList();
                threads.ForEach(thread => thread.Start());
                threads.ForEach(thread => thread.Join());
                Expect.Equal(0, faults);
            }
        }

        [Test]
        private static void A_context_disposed_while_threads_use_it_is_freed_when_the_last_call_has_ended()
        {
            for (var turn = 0; turn < 20; ++turn)
            {
                var context = new Context(Samples.TestOptions);
                var others = 0;
                var started = new CountdownEvent(3);
                var threads = Enumerable.Range(0, 3).Select(number => new Thread(() =>
                {
                    try
                    {
                        context.Check(Samples.GoodRecord);
                        started.Signal();
                        while (true)
                        {
                            if (!context.Check(Samples.GoodRecord).Valid)
                            {
                                Interlocked.Increment(ref others);
                                return;
                            }
                        }
                    }
                    catch (ObjectDisposedException)
                    {
                    }
                })).ToList();
                threads.ForEach(thread => thread.Start());
                started.Wait();
                context.Dispose();
                threads.ForEach(thread => thread.Join());
                Expect.Equal(0, others);
            }
        }

        private static void Refuses(ErrorCode code, Options options)
        {
            Expect.Refused<BrukerplanInstrumentException>(code, () => new Context(options));
        }

        private static void Keep(object value)
        {
        }
    }
}

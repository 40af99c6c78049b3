using System;

namespace Brukerplan.Tests
{
    internal static class DisposeTests
    {
        [Test]
        private static void Nothing_can_be_asked_of_a_disposed_context()
        {
            var context = new Context();
            context.Dispose();
            context.Dispose();
            Refuses(() => context.PackId);
            Refuses(() => context.TestNumbers);
            Refuses(() => context.Check("{}"));
            Refuses(() => context.ValidateTable(IntPtr.Zero, IntPtr.Zero));
            Refuses(() => context.ValidateStream(IntPtr.Zero));
        }

        [Test]
        private static void Nothing_can_be_asked_of_a_disposed_scheme()
        {
            var scheme = Scheme.FromPack();
            scheme.Dispose();
            scheme.Dispose();
            Refuses(() => scheme.Id);
            Refuses(() => scheme.ScoreRatings(new byte[Library.Domains]));
            Refuses(() => scheme.ScoreColumns(Samples.EveryAssessment()));
            using (var other = Scheme.FromPack())
            {
                Refuses(() => other.Compare(scheme));
            }
        }

        [Test]
        private static void Nothing_can_be_asked_of_a_disposed_histogram()
        {
            var histogram = new Histogram();
            histogram.Dispose();
            histogram.Dispose();
            Refuses(() => histogram.Persons);
            Refuses(() => histogram.GetCounts());
            Expect.Throws<ObjectDisposedException>(() => histogram.AddPacked(new ushort[1]));
        }

        [Test]
        private static void A_disposed_policy_is_not_taken_for_none()
        {
            var policy = new NumberPolicy();
            policy.Dispose();
            policy.Dispose();
            Refuses(() => NationalNumber.Check(Samples.TestNumber, policy));
            Expect.Throws<ObjectDisposedException>(() => policy.RefuseAmbiguous = true);
        }

        [Test]
        private static void Nothing_can_be_asked_of_a_disposed_pseudonymiser()
        {
            var pseudonymiser = Pseudonymiser.CreateEphemeral("mapping", "9001");
            pseudonymiser.Dispose();
            pseudonymiser.Dispose();
            Refuses(() => pseudonymiser.Basis);
            Refuses(() => pseudonymiser.Make(Samples.TestNumber));
        }

        [Test]
        private static void Nothing_can_be_asked_of_a_disposed_validation()
        {
            using (var context = new Context(Samples.TestOptions))
            using (var table = new ArrowTable(Samples.Columns, Samples.GoodRow))
            {
                var validation = context.ValidateTable(table.Schema, table.Array);
                validation.Dispose();
                validation.Dispose();
                Refuses(() => validation.CountRows());
                Refuses(() => validation.GetRuleCode(0));
                Refuses(() => validation.GetBadRows());
                Refuses(() => validation.ListFindings());
            }
        }

        [Test]
        private static void What_nobody_disposes_is_collected()
        {
            for (var turn = 0; turn < 50; ++turn)
            {
                new Context(Samples.TestOptions).Check(Samples.GoodRecord);
            }
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        private static void Refuses<T>(Func<T> call)
        {
            Expect.Throws<ObjectDisposedException>(() => call());
        }
    }
}

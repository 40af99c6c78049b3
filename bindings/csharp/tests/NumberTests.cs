using System;
using System.Linq;
using System.Text;

namespace Brukerplan.Tests
{
    internal static class NumberTests
    {
        [Test]
        private static void A_number_is_described_without_its_digits()
        {
            using (var policy = new NumberPolicy { TestNumbers = true })
            {
                var number = NationalNumber.Check(Samples.TestNumber, policy);
                Expect.Equal(true, number.Valid);
                Expect.Equal(NumberReason.None, number.Reason);
                Expect.Equal(-1, number.Position);
                Expect.Equal(NumberKinds.Tenor, number.Kinds & NumberKinds.Tenor);
                Expect.Equal(NumberRules.Rule2032, number.Rules & NumberRules.Rule2032);
                Expect.Equal(17, number.BirthDay);
                Expect.Equal(11, number.BirthMonth);
                Expect.True(!number.ToString().Contains(Samples.TestNumber), "no digits");
            }
        }

        [Test]
        private static void Without_a_policy_a_test_number_is_refused()
        {
            var number = NationalNumber.Check(Samples.TestNumber);
            Expect.Equal(false, number.Valid);
            Expect.Equal(NumberReason.SyntheticNotAllowed, number.Reason);
        }

        [Test]
        private static void A_published_number_has_its_sex_and_year()
        {
            var number = NationalNumber.Check("20036914700");
            Expect.Equal(Sex.Male, number.Sex);
            Expect.Same(new[] { 1969 }, number.BirthYears);
            Expect.Equal(NumberKinds.BirthNumber, number.Kinds);
            Expect.True(number.SexBasis != NumberBasis.Unknown && number.BirthYearBasis != NumberBasis.Unknown,
                "both rest on something");
        }

        [Test]
        private static void What_a_policy_was_set_to_can_be_read_and_counts()
        {
            using (var policy = new NumberPolicy())
            {
                Expect.Equal(AcceptedRules.Both, policy.Rules);
                Expect.Equal(NumberKinds.Real, policy.Kinds);
                policy.Rules = AcceptedRules.Only1964;
                Expect.Equal(NumberReason.FirstControlDigit, NationalNumber.Check("30108299939", policy).Reason);
                policy.Rules = AcceptedRules.ByDate;
                policy.AssignedBy = new DateTime(2040, 1, 1);
                Expect.Equal(true, NationalNumber.Check("30108299939", policy).Valid);
                policy.ReferenceDate = new DateTime(1960, 1, 1);
                Expect.Equal(NumberReason.BirthAfterReferenceDate, NationalNumber.Check("20036914700", policy).Reason);
                policy.Kinds = NumberKinds.DNumber;
                Expect.Equal(NumberReason.KindNotAllowed, NationalNumber.Check("20036914700", policy).Reason);
                policy.DNumberTable = DNumberTable.New;
                policy.Dates = DateCheck.Strict;
                policy.RefuseAmbiguous = true;
                Expect.Equal(DNumberTable.New, policy.DNumberTable);
                Expect.Equal(DateCheck.Strict, policy.Dates);
                Expect.Equal(true, policy.RefuseAmbiguous);
                Expect.Equal(false, policy.TestNumbers);
            }
        }

        [Test]
        private static void A_setting_that_is_none_is_refused_and_changes_nothing()
        {
            using (var policy = new NumberPolicy())
            {
                Expect.Refused<BrukerplanUsageException>(ErrorCode.InvalidArgument, () => policy.Kinds = 0);
                Expect.Refused<BrukerplanUsageException>(ErrorCode.InvalidArgument,
                    () => policy.Rules = (AcceptedRules)7);
                Expect.Equal(NumberKinds.Real, policy.Kinds);
                Expect.Equal(AcceptedRules.Both, policy.Rules);
            }
        }

        [Test]
        private static void What_people_write_is_brought_to_digits()
        {
            var number = NationalNumber.Normalise(" 179120-99997");
            Expect.Equal(Samples.TestNumber, number.Digits);
            Expect.Equal(NumberChanges.Blanks | NumberChanges.Hyphen, number.Changes);
            Expect.True(!number.ToString().Contains(Samples.TestNumber), "no digits in a log by accident");
            var refusal = Expect.Refused<BrukerplanNumberException>(ErrorCode.InvalidNumber,
                () => NationalNumber.Normalise("179120-9999x"));
            Expect.True(!refusal.Message.Contains("179120"), "the text is not repeated");
        }

        [Test]
        private static void Many_are_answered_as_each_is_alone()
        {
            var texts = new[] { Samples.TestNumber, "20036914700", "30108299939", "2003691470x", "17912099998" };
            var fixedWidth = Samples.Bytes(string.Concat(texts.Select(text => text + "##")));
            var offsets = new int[texts.Length + 1];
            for (var at = 0; at < texts.Length; ++at)
            {
                offsets[at + 1] = offsets[at] + texts[at].Length;
            }
            var data = Samples.Bytes(string.Concat(texts));
            var answers = new[]
            {
                NationalNumber.CheckFixed(fixedWidth, texts.Length, 13),
                NationalNumber.CheckStrings(data, offsets),
                NationalNumber.CheckStrings(data, offsets.Select(offset => (long)offset).ToArray())
            };
            foreach (var many in answers)
            {
                Expect.Equal(2L, many.Accepted);
                for (var at = 0; at < texts.Length; ++at)
                {
                    var one = NationalNumber.Check(texts[at]);
                    Expect.Equal(one.Valid ? 1 : 0, many.Valid[at]);
                    Expect.Equal(one.Reason, many.Reasons[at]);
                    Expect.Equal(one.Position, many.Positions[at]);
                    Expect.Equal(one.Sex, many.Sexes[at]);
                    Expect.Equal(one.Rules, many.Rules[at]);
                    Expect.Equal(one.Kinds, many.Kinds[at]);
                    Expect.Equal(one.BirthYears.FirstOrDefault(), many.FirstBirthYears[at]);
                    Expect.Equal(one.BirthYears.Skip(1).FirstOrDefault(), many.SecondBirthYears[at]);
                }
            }
        }

        [Test]
        private static void Only_what_is_wanted_is_filled()
        {
            var wanted = new NumberAnswers(1, NumberParts.Reasons);
            NationalNumber.CheckFixed(Samples.Bytes(Samples.TestNumber), 1, into: wanted);
            Expect.True(wanted.Valid == null && wanted.Kinds == null && wanted.Sexes == null, "reasons alone");
            Expect.Equal(NumberReason.SyntheticNotAllowed, wanted.Reasons[0]);
        }

        [Test]
        private static void Nothing_beyond_an_array_is_read()
        {
            var bytes = Encoding.ASCII.GetBytes(Samples.TestNumber);
            Expect.Throws<ArgumentException>(() => NationalNumber.CheckFixed(bytes, 2));
            Expect.Throws<ArgumentException>(() => NationalNumber.CheckFixed(bytes, -1));
            Expect.Throws<ArgumentException>(() => NationalNumber.CheckStrings(bytes, new[] { 0, 12 }));
            Expect.Throws<ArgumentException>(() => NationalNumber.CheckStrings(bytes, new[] { 0, 1000, 5 }));
            Expect.Throws<ArgumentException>(() => NationalNumber.CheckStrings(bytes, new int[0]));
            Expect.Equal(1L, Expect.Refused<BrukerplanUsageException>(ErrorCode.InvalidArgument,
                () => NationalNumber.CheckStrings(bytes, new[] { 0, 11, 5 })).Row);
            Expect.Refused<BrukerplanUsageException>(ErrorCode.InvalidArgument,
                () => NationalNumber.CheckFixed(bytes, 1, 10));
        }
    }

    internal static class PseudonymiserTests
    {
        private static readonly byte[] Key = Enumerable.Range(0, Pseudonymiser.LinkingKeySize)
            .Select(number => (byte)number).ToArray();

        [Test]
        private static void One_person_has_one_pseudonym_under_a_key_and_a_purpose()
        {
            using (var policy = new NumberPolicy { TestNumbers = true })
            using (var first = Pseudonymiser.CreateLinking(Key, "years"))
            using (var second = Pseudonymiser.CreateLinking(Key, "years"))
            using (var other = Pseudonymiser.CreateLinking(Key, "other"))
            {
                Expect.Equal(PseudonymBasis.CallerLinkingKey, first.Basis);
                var pseudonym = first.Make(Samples.TestNumber, policy);
                Expect.Equal(Pseudonymiser.PseudonymSize, pseudonym.Length);
                Expect.Same(pseudonym, second.Make("179120-99997", policy));
                Expect.True(!pseudonym.SequenceEqual(other.Make(Samples.TestNumber, policy)), "purposes differ");
            }
        }

        [Test]
        private static void With_an_ephemeral_key_nobody_can_do_it_again()
        {
            using (var policy = new NumberPolicy { TestNumbers = true })
            using (var first = Pseudonymiser.CreateEphemeral("2024", "9001"))
            using (var second = Pseudonymiser.CreateEphemeral("2024", "9001"))
            {
                Expect.Equal(PseudonymBasis.Ephemeral, first.Basis);
                Expect.True(!first.Make(Samples.TestNumber, policy).SequenceEqual(
                    second.Make(Samples.TestNumber, policy)), "keys differ");
            }
        }

        [Test]
        private static void Many_have_the_pseudonyms_of_each()
        {
            using (var policy = new NumberPolicy { TestNumbers = true })
            using (var pseudonymiser = Pseudonymiser.CreateLinking(Key, "years"))
            {
                var made = pseudonymiser.MakeFixed(Samples.Bytes(Samples.TestNumber + "-20036914700"), 2, 12, policy);
                Expect.Equal(1L, made.Made);
                Expect.Same(new[] { NumberReason.None, NumberReason.KindNotAllowed }, made.Reasons);
                Expect.Same(pseudonymiser.Make(Samples.TestNumber, policy).Concat(new byte[32]), made.Bytes);
                Expect.Throws<ArgumentException>(() => pseudonymiser.MakeFixed(new byte[10], 1));
            }
        }

        [Test]
        private static void What_is_not_accepted_gets_none()
        {
            using (var pseudonymiser = Pseudonymiser.CreateLinking(Key, "years"))
            {
                Expect.Refused<BrukerplanNumberException>(ErrorCode.InvalidNumber,
                    () => pseudonymiser.Make(Samples.TestNumber));
            }
            Expect.Refused<BrukerplanUsageException>(ErrorCode.InvalidArgument,
                () => Pseudonymiser.CreateLinking(new byte[31], "years"));
        }
    }
}

using System;
using System.Collections.Generic;
using Brukerplan.Interop;

namespace Brukerplan
{
    /// <summary>
    /// What was found of one number, without its digits (<c>docs/national-numbers.md</c>). A value of its own: nothing
    /// to dispose, and any number of threads may read it at once.
    /// </summary>
    public sealed class NationalNumber
    {
        /// <summary>The most digits that <see cref="Normalise"/> gives.</summary>
        public const int MostDigits = 12;

        private const int Digits = 11;

        private NationalNumber(NumberHandle number)
        {
            Valid = Call.Flag(number, Native.bplan_number_get_valid);
            Kinds = (NumberKinds)Call.Int32(number, Native.bplan_number_get_kinds);
            Reason = (NumberReason)Call.Int32(number, Native.bplan_number_get_reason);
            Position = Call.Int32(number, Native.bplan_number_get_position);
            Sex = (Sex)Call.Int32(number, Native.bplan_number_get_sex);
            SexBasis = (NumberBasis)Call.Int32(number, Native.bplan_number_get_sex_basis);
            Rules = (NumberRules)Call.Int32(number, Native.bplan_number_get_rules);
            BirthYearBasis = (NumberBasis)Call.Int32(number, Native.bplan_number_get_birth_year_basis);
            BirthYears = ReadBirthYears(number);
            var error = NativeError.Create();
            int month, day;
            Call.Check(Native.bplan_number_get_birth_day(number, out month, out day, ref error), ref error);
            BirthMonth = month;
            BirthDay = day;
        }

        /// <summary>
        /// Checks what stands where a person's number belongs. Reads digits alone: <see cref="Normalise"/> brings what
        /// people write to them. A text that is refused gives a number that is not valid.
        /// </summary>
        /// <param name="text">The text.</param>
        /// <param name="policy">Which numbers are accepted; null for a policy as it is made.</param>
        public static NationalNumber Check(string text, NumberPolicy policy = null)
        {
            var bytes = Utf8.Required(text, nameof(text));
            var error = NativeError.Create();
            NumberHandle number;
            Call.Check(Native.bplan_number_check(NumberPolicy.HandleOf(policy), bytes, bytes.LongLength, out number,
                ref error), ref error);
            using (number)
            {
                return new NationalNumber(number);
            }
        }

        /// <summary>
        /// Brings a number as people write it to digits. Takes away blanks and hyphens where they may stand, and adds
        /// nothing; whether the digits are a number is not asked.
        /// </summary>
        /// <exception cref="BrukerplanNumberException">It cannot be brought to digits.</exception>
        public static NormalisedNumber Normalise(string text)
        {
            var bytes = Utf8.Required(text, nameof(text));
            var digits = new byte[MostDigits];
            var error = NativeError.Create();
            long count;
            int changes;
            Call.Check(Native.bplan_number_normalise(bytes, bytes.LongLength, digits, digits.LongLength, out count,
                out changes, ref error), ref error);
            return new NormalisedNumber(System.Text.Encoding.ASCII.GetString(digits, 0, checked((int)count)),
                (NumberChanges)changes);
        }

        /// <summary>
        /// Checks many numbers of eleven bytes. Each answer is that of <see cref="Check"/> for the same bytes.
        /// </summary>
        /// <param name="numbers">The bytes; number i begins at <c>i * stride</c>.</param>
        /// <param name="count">How many there are.</param>
        /// <param name="stride">Bytes from one to the next, at least 11.</param>
        /// <param name="policy">Which numbers are accepted; null for a policy as it is made.</param>
        /// <param name="into">Where the answers go; null for new arrays of all answers.</param>
        /// <returns>Where the answers went.</returns>
        /// <exception cref="ArgumentException">There are fewer bytes, or no room for so many.</exception>
        /// <exception cref="BrukerplanUsageException">A stride below 11.</exception>
        public static NumberAnswers CheckFixed(byte[] numbers, int count, int stride = Digits,
            NumberPolicy policy = null, NumberAnswers into = null)
        {
            Call.RequireItems(numbers, count, stride, Digits, nameof(numbers));
            return NumberAnswers.For(into, count).Fill(
                (ref NativeNumberColumns columns, out long valid, ref NativeError error) =>
                    Native.bplan_number_check_fixed(NumberPolicy.HandleOf(policy), numbers, stride, count, ref columns,
                        out valid, ref error));
        }

        /// <summary>
        /// Checks many texts of any length that stand as an Arrow column of strings: text i is the bytes from
        /// <c>offsets[i]</c> up to <c>offsets[i + 1]</c>, so there is one offset more than texts.
        /// </summary>
        /// <param name="data">The bytes.</param>
        /// <param name="offsets">The offsets.</param>
        /// <param name="policy">Which numbers are accepted; null for a policy as it is made.</param>
        /// <param name="into">Where the answers go; null for new arrays of all answers.</param>
        /// <returns>Where the answers went.</returns>
        /// <exception cref="ArgumentException">An offset beyond the bytes, none at all, or no room.</exception>
        /// <exception cref="BrukerplanUsageException">
        /// An offset that is negative or before the one before it; <see cref="BrukerplanException.Row"/> has the text.
        /// </exception>
        public static NumberAnswers CheckStrings(byte[] data, int[] offsets, NumberPolicy policy = null,
            NumberAnswers into = null)
        {
            RequireOffsets(data, offsets, offset => offset > data.Length);
            var count = offsets.Length - 1;
            return NumberAnswers.For(into, count).Fill(
                (ref NativeNumberColumns columns, out long valid, ref NativeError error) =>
                    Native.bplan_number_check_strings(NumberPolicy.HandleOf(policy), data, offsets, count, ref columns,
                        out valid, ref error));
        }

        /// <summary>The same for an Arrow column of large strings.</summary>
        public static NumberAnswers CheckStrings(byte[] data, long[] offsets, NumberPolicy policy = null,
            NumberAnswers into = null)
        {
            RequireOffsets(data, offsets, offset => offset > data.LongLength);
            var count = offsets.Length - 1;
            return NumberAnswers.For(into, count).Fill(
                (ref NativeNumberColumns columns, out long valid, ref NativeError error) =>
                    Native.bplan_number_check_large_strings(NumberPolicy.HandleOf(policy), data, offsets, count,
                        ref columns, out valid, ref error));
        }

        /// <summary>Whether it is accepted.</summary>
        public bool Valid { get; private set; }

        /// <summary>What it is. Of a refused number: what it is where that is why, else none.</summary>
        public NumberKinds Kinds { get; private set; }

        /// <summary>Why it is refused; <see cref="NumberReason.None"/> exactly when it is accepted.</summary>
        public NumberReason Reason { get; private set; }

        /// <summary>The digit at fault, or the first of those at fault, from 0; -1 for none.</summary>
        public int Position { get; private set; }

        /// <summary>Sex.</summary>
        public Sex Sex { get; private set; }

        /// <summary>What the sex rests on.</summary>
        public NumberBasis SexBasis { get; private set; }

        /// <summary>The rules that the control digits of an accepted number satisfy.</summary>
        public NumberRules Rules { get; private set; }

        /// <summary>The years in which the person may be born, rising: none, one or two.</summary>
        public IReadOnlyList<int> BirthYears { get; private set; }

        /// <summary>What the birth years rest on.</summary>
        public NumberBasis BirthYearBasis { get; private set; }

        /// <summary>Month of birth without the marks of its kind; 0 where the number does not say.</summary>
        public int BirthMonth { get; private set; }

        /// <summary>Day of birth without the marks of its kind; 0 where the number does not say.</summary>
        public int BirthDay { get; private set; }

        private static int[] ReadBirthYears(NumberHandle number)
        {
            var years = new int[Call.Int64(number, Native.bplan_number_count_birth_years)];
            for (var index = 0; index < years.Length; ++index)
            {
                var error = NativeError.Create();
                Call.Check(Native.bplan_number_get_birth_year(number, index, out years[index], ref error), ref error);
            }
            return years;
        }

        /// <summary>The library reads what offsets say; that they rise is checked there.</summary>
        private static void RequireOffsets<TOffset>(byte[] data, TOffset[] offsets, Predicate<TOffset> beyond)
        {
            Call.RequireNotNull(data, nameof(data));
            Call.RequireLength(offsets, 1, nameof(offsets));
            if (Array.Exists(offsets, beyond))
            {
                throw new ArgumentException("An offset lies beyond the bytes.", nameof(offsets));
            }
        }
    }
}

using System;
using Brukerplan.Interop;

namespace Brukerplan
{
    /// <summary>Which answers about many numbers are wanted. Fewer are found faster.</summary>
    [Flags]
    public enum NumberParts
    {
        /// <summary>None: only how many are accepted.</summary>
        None = 0,
        /// <summary>Whether each is accepted.</summary>
        Valid = 1,
        /// <summary>Why it is refused.</summary>
        Reasons = 2,
        /// <summary>The digit at fault.</summary>
        Positions = 4,
        /// <summary>Sexes.</summary>
        Sexes = 8,
        /// <summary>Rules that the control digits satisfy.</summary>
        Rules = 16,
        /// <summary>Kinds.</summary>
        Kinds = 32,
        /// <summary>Years of birth.</summary>
        BirthYears = 64,
        /// <summary>All of them.</summary>
        All = 127
    }

    /// <summary>
    /// The answers about many numbers: an array for each that is wanted, with an element for each number, and null for
    /// the others. May be used again for as many numbers. One thread at a time while it is being filled.
    /// </summary>
    public sealed class NumberAnswers
    {
        /// <summary>Makes room for the answers about a number of numbers.</summary>
        /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
        public NumberAnswers(int count, NumberParts parts = NumberParts.All)
        {
            if (count < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(count));
            }
            Count = count;
            Valid = Room<sbyte>(parts, NumberParts.Valid);
            Reasons = Room<NumberReason>(parts, NumberParts.Reasons);
            Positions = Room<sbyte>(parts, NumberParts.Positions);
            Sexes = Room<Sex>(parts, NumberParts.Sexes);
            Rules = Room<NumberRules>(parts, NumberParts.Rules);
            Kinds = Room<NumberKinds>(parts, NumberParts.Kinds);
            FirstBirthYears = Room<short>(parts, NumberParts.BirthYears);
            SecondBirthYears = Room<short>(parts, NumberParts.BirthYears);
        }

        /// <summary>How many numbers there is room for.</summary>
        public int Count { get; private set; }

        /// <summary>1 when it is accepted, else 0.</summary>
        public sbyte[] Valid { get; private set; }

        /// <summary>Why it is refused.</summary>
        public NumberReason[] Reasons { get; private set; }

        /// <summary>The digit at fault from 0; -1 for none.</summary>
        public sbyte[] Positions { get; private set; }

        /// <summary>Sex.</summary>
        public Sex[] Sexes { get; private set; }

        /// <summary>The rules that the control digits satisfy.</summary>
        public NumberRules[] Rules { get; private set; }

        /// <summary>What it is.</summary>
        public NumberKinds[] Kinds { get; private set; }

        /// <summary>The year of birth, or the first of two; 0 for not known.</summary>
        public short[] FirstBirthYears { get; private set; }

        /// <summary>The second of two years of birth; 0 when there is only one.</summary>
        public short[] SecondBirthYears { get; private set; }

        /// <summary>How many are accepted.</summary>
        public long Accepted { get; private set; }

        internal delegate int Fills(ref NativeNumberColumns columns, out long valid, ref NativeError error);

        internal static NumberAnswers For(NumberAnswers into, int count)
        {
            if (into != null && into.Count != count)
            {
                throw new ArgumentException("The answers have room for another number of numbers.", nameof(into));
            }
            return into ?? new NumberAnswers(count);
        }

        internal unsafe NumberAnswers Fill(Fills function)
        {
            fixed (sbyte* valid = Valid)
            fixed (NumberReason* reasons = Reasons)
            fixed (sbyte* positions = Positions)
            fixed (Sex* sexes = Sexes)
            fixed (NumberRules* rules = Rules)
            fixed (NumberKinds* kinds = Kinds)
            fixed (short* firstBirthYears = FirstBirthYears)
            fixed (short* secondBirthYears = SecondBirthYears)
            {
                var columns = new NativeNumberColumns
                {
                    StructSize = (uint)sizeof(NativeNumberColumns),
                    Valid = valid,
                    Reasons = reasons,
                    Positions = positions,
                    Sexes = sexes,
                    Rules = rules,
                    Kinds = kinds,
                    FirstBirthYears = firstBirthYears,
                    SecondBirthYears = secondBirthYears
                };
                var error = NativeError.Create();
                long accepted;
                Call.Check(function(ref columns, out accepted, ref error), ref error);
                Accepted = accepted;
            }
            return this;
        }

        private TItem[] Room<TItem>(NumberParts parts, NumberParts part)
        {
            return (parts & part) != 0 ? new TItem[Count] : null;
        }
    }
}

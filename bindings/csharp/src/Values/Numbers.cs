using System;

namespace Brukerplan
{
    /// <summary>Kinds of number, a set. What they are: <c>docs/national-numbers.md</c>.</summary>
    [Flags]
    public enum NumberKinds : short
    {
        /// <summary>None.</summary>
        None = 0,
        /// <summary>Birth number.</summary>
        BirthNumber = 1,
        /// <summary>D-number.</summary>
        DNumber = 2,
        /// <summary>Local help number.</summary>
        HNumber = 4,
        /// <summary>Common help number.</summary>
        FhNumber = 8,
        /// <summary>Test number of the tax administration.</summary>
        Tenor = 16,
        /// <summary>Test number of Norsk helsenett.</summary>
        Nhn = 32,
        /// <summary>Test number of NAV.</summary>
        NavSynthetic = 64,
        /// <summary>Person identifier of NAV.</summary>
        Npid = 128,
        /// <summary>Twelve digits, of the immigration authorities.</summary>
        Duf = 256,
        /// <summary>A date of birth and 00000: no number.</summary>
        DateOnly = 512,
        /// <summary>A date of birth and a suffix of Statistics Norway's.</summary>
        Dummy = 1024,
        /// <summary>Those that people carry: what a policy accepts by default.</summary>
        Real = 15,
        /// <summary>Those that are made for tests and stand for nobody.</summary>
        Synthetic = 112,
        /// <summary>Every kind of eleven digits with control digits.</summary>
        National = 255
    }

    /// <summary>Why a number is refused: the first that holds, in this order.</summary>
    public enum NumberReason : sbyte
    {
        /// <summary>It is accepted.</summary>
        None = 0,
        /// <summary>Not eleven bytes.</summary>
        Length = 1,
        /// <summary>Ten digits, a number with a zero in front.</summary>
        LostLeadingZero = 2,
        /// <summary>Something else than a digit.</summary>
        NotADigit = 3,
        /// <summary>A date that does not exist.</summary>
        ImpossibleDate = 4,
        /// <summary>A month that no kind of number uses.</summary>
        ReservedMonth = 5,
        /// <summary>Neither control digit holds.</summary>
        BothControlDigits = 6,
        /// <summary>The first control digit does not hold.</summary>
        FirstControlDigit = 7,
        /// <summary>The second control digit does not hold.</summary>
        SecondControlDigit = 8,
        /// <summary>The policy does not accept this kind.</summary>
        KindNotAllowed = 9,
        /// <summary>A test number, and the policy does not accept them.</summary>
        SyntheticNotAllowed = 10,
        /// <summary>No century in which the date exists has this individual number.</summary>
        IndividualNumberWithoutCentury = 11,
        /// <summary>Born after the reference date.</summary>
        BirthAfterReferenceDate = 12,
        /// <summary>More than one reading, and the policy wants one.</summary>
        Ambiguous = 13
    }

    /// <summary>Rules that control digits satisfy, a set.</summary>
    [Flags]
    public enum NumberRules : sbyte
    {
        /// <summary>None, or they do not apply.</summary>
        None = 0,
        /// <summary>The rule of 1964.</summary>
        Rule1964 = 1,
        /// <summary>The rule of 2032.</summary>
        Rule2032 = 2
    }

    /// <summary>Which rules of the control digits a policy accepts.</summary>
    public enum AcceptedRules
    {
        /// <summary>That of 1964: every number was assigned before 2032.</summary>
        Only1964 = 0,
        /// <summary>Either rule: the default.</summary>
        Both = 1,
        /// <summary>As <see cref="NumberPolicy.AssignedBy"/> says.</summary>
        ByDate = 2
    }

    /// <summary>Series that tell the century of a D-number.</summary>
    public enum DNumberTable
    {
        /// <summary>That until 15 November 2021.</summary>
        Old = 0,
        /// <summary>That from 16 November 2021 on.</summary>
        New = 1,
        /// <summary>What either says: the default.</summary>
        Both = 2
    }

    /// <summary>Whether the individual number must name a year in which the date exists.</summary>
    public enum DateCheck
    {
        /// <summary>In numbers surely assigned from a series: the default.</summary>
        ByRule = 0,
        /// <summary>Always.</summary>
        Strict = 1,
        /// <summary>Never.</summary>
        Lenient = 2
    }

    /// <summary>What a sex or a birth year rests on, from firm to loose.</summary>
    public enum NumberBasis
    {
        /// <summary>There is none.</summary>
        Unknown = 0,
        /// <summary>The number was assigned before 2032.</summary>
        AssignedBefore2032 = 1,
        /// <summary>It holds if the number was assigned before 2032.</summary>
        IfAssignedBefore2032 = 2,
        /// <summary>Usual, not promised: D- and H-numbers.</summary>
        Convention = 3,
        /// <summary>May be anything: an NPID.</summary>
        NotGuaranteed = 4
    }

    /// <summary>What was taken away to bring a number to digits, a set.</summary>
    [Flags]
    public enum NumberChanges
    {
        /// <summary>Nothing.</summary>
        None = 0,
        /// <summary>Blanks around the number.</summary>
        Blanks = 1,
        /// <summary>U+0020 between groups.</summary>
        Space = 2,
        /// <summary>U+00A0 between groups.</summary>
        NoBreakSpace = 4,
        /// <summary>U+202F between groups.</summary>
        NarrowNoBreakSpace = 8,
        /// <summary>U+002D between groups.</summary>
        Hyphen = 16
    }

    /// <summary>Sex, as a number tells it.</summary>
    public enum Sex : sbyte
    {
        /// <summary>Not known.</summary>
        Unknown = 0,
        /// <summary>Female.</summary>
        Female = 1,
        /// <summary>Male.</summary>
        Male = 2
    }

    /// <summary>On which kind of key a pseudonym rests.</summary>
    public enum PseudonymBasis
    {
        /// <summary>A random one: good within one mapping, and then no more.</summary>
        Ephemeral = 1,
        /// <summary>The caller's: whoever holds the key can link years.</summary>
        CallerLinkingKey = 2
    }
}

namespace Brukerplan
{
    /// <summary>A number as people write it, brought to digits.</summary>
    public struct NormalisedNumber
    {
        internal NormalisedNumber(string digits, NumberChanges changes)
        {
            Digits = digits;
            Changes = changes;
        }

        /// <summary>
        /// The digits, for <see cref="NationalNumber.Check"/>. They are somebody's: keep them out of logs.
        /// </summary>
        public string Digits { get; private set; }

        /// <summary>What was taken away.</summary>
        public NumberChanges Changes { get; private set; }
    }
}

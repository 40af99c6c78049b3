namespace Brukerplan
{
    /// <summary>How a municipality code stands on a date.</summary>
    public enum MunicipalityValidity : sbyte
    {
        /// <summary>Valid.</summary>
        Valid = 1,
        /// <summary>Valid from a later date on.</summary>
        NotYetValid = 2,
        /// <summary>Valid until an earlier date.</summary>
        NoLongerValid = 3,
        /// <summary>Four digits that no municipality had since 2006.</summary>
        UnknownCode = 4,
        /// <summary>Not four digits.</summary>
        MalformedCode = 5,
        /// <summary>9001 to 9998: for tests.</summary>
        FictionalCode = 6,
        /// <summary>A known code on a date before 2006.</summary>
        BeforeFacts = 7
    }
}

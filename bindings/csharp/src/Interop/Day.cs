using System;

namespace Brukerplan.Interop
{
    /// <summary>A day as the C library takes it: year, month and day, or three zeros for none.</summary>
    internal struct Day
    {
        internal readonly int Year;
        internal readonly int Month;
        internal readonly int Number;

        internal Day(DateTime? date)
        {
            Year = date.HasValue ? date.Value.Year : 0;
            Month = date.HasValue ? date.Value.Month : 0;
            Number = date.HasValue ? date.Value.Day : 0;
        }
    }
}

using System;
using Brukerplan.Interop;

namespace Brukerplan
{
    /// <summary>
    /// Municipalities, counties and city districts through time (<c>docs/municipalities.md</c>). A code is text of
    /// four digits, and stands for something only on a date; the facts begin on 1 January 2006. The time of day is not
    /// looked at. All members may be used by several threads at once. JSON is described in <c>docs/c-api.md</c>.
    /// </summary>
    public static class Municipality
    {
        private const int CodeSize = 4;

        /// <summary>How a code stands on a date. Any text has an answer.</summary>
        public static MunicipalityValidity GetValidity(string code, DateTime date)
        {
            return (MunicipalityValidity)Ask(code, date, Native.bplan_municipality_get_validity);
        }

        /// <summary>
        /// Everything about a code on a date, as JSON: how it stands, its names, county and districts, or what to use
        /// instead; with a second date also what it is then. Any text has an answer.
        /// </summary>
        public static string Describe(string code, DateTime date, DateTime? to = null)
        {
            var bytes = Utf8.Required(code, nameof(code));
            var on = new Day(date);
            var then = new Day(to);
            return Call.Document((out DocumentHandle document, ref NativeError error) =>
                Native.bplan_municipality_describe(bytes, bytes.LongLength, on.Year, on.Month, on.Number, then.Year,
                    then.Month, then.Number, out document, ref error));
        }

        /// <summary>
        /// What the municipality with a code on one date is on another, as JSON. A split is never resolved: all its
        /// parts are in the answer, and which share went where only when there are weights.
        /// </summary>
        /// <param name="code">The code.</param>
        /// <param name="from">The date on which it is valid.</param>
        /// <param name="to">The other date, later or earlier.</param>
        /// <param name="weights">
        /// <c>[{"before": "1507", "after": "1508", "weight": 52163}, ...]</c> for every branch on the way; null for
        /// none.
        /// </param>
        /// <exception cref="BrukerplanPlaceException">
        /// The code is not valid on its date, a date is before 2006, or weights are missing or cannot be used;
        /// <see cref="BrukerplanException.Row"/> is then their element.
        /// </exception>
        public static string Trace(string code, DateTime from, DateTime to, string weights = null)
        {
            var bytes = Utf8.Required(code, nameof(code));
            var list = Utf8.Bytes(weights);
            var first = new Day(from);
            var second = new Day(to);
            return Call.Document((out DocumentHandle document, ref NativeError error) =>
                Native.bplan_municipality_trace(bytes, bytes.LongLength, first.Year, first.Month, first.Number,
                    second.Year, second.Month, second.Number, list, list.LongLength, out document, ref error));
        }

        /// <summary>
        /// The municipalities of a name on a date as JSON, or at any time since 2006 for null. The name is a whole
        /// label, a label without its parenthesis, or one of its languages, letter by letter.
        /// </summary>
        /// <exception cref="BrukerplanPlaceException">The date is before 2006.</exception>
        public static string FindByName(string name, DateTime? date = null)
        {
            var bytes = Utf8.Required(name, nameof(name));
            var on = new Day(date);
            return Call.Document((out DocumentHandle document, ref NativeError error) =>
                Native.bplan_municipality_find_by_name(bytes, bytes.LongLength, on.Year, on.Month, on.Number,
                    out document, ref error));
        }

        /// <summary>The municipalities on a date in order of code, as JSON.</summary>
        /// <exception cref="BrukerplanPlaceException">The date is before 2006.</exception>
        public static string List(DateTime date)
        {
            var on = new Day(date);
            return Call.Document((out DocumentHandle document, ref NativeError error) =>
                Native.bplan_municipality_list(on.Year, on.Month, on.Number, out document, ref error));
        }

        /// <summary>
        /// Whether two codes, each on its date, are the same territory. Codes that are equal may be different ones.
        /// </summary>
        /// <exception cref="BrukerplanPlaceException">
        /// A code is not valid on its date, or a date is before 2006.
        /// </exception>
        public static bool SameTerritory(string firstCode, DateTime firstDate, string secondCode, DateTime secondDate)
        {
            var first = Utf8.Required(firstCode, nameof(firstCode));
            var second = Utf8.Required(secondCode, nameof(secondCode));
            var on = new Day(firstDate);
            var then = new Day(secondDate);
            var error = NativeError.Create();
            int same;
            Call.Check(Native.bplan_municipality_same_territory(first, first.LongLength, on.Year, on.Month, on.Number,
                second, second.LongLength, then.Year, then.Month, then.Number, out same, ref error), ref error);
            return same != 0;
        }

        /// <summary>How many codes stand, each on its date.</summary>
        /// <param name="codes">The bytes; code i is the four bytes from <c>i * stride</c>.</param>
        /// <param name="dates">The date of each code.</param>
        /// <param name="stride">Bytes from one code to the next, at least 4.</param>
        /// <exception cref="ArgumentException">There are fewer codes than dates.</exception>
        /// <exception cref="BrukerplanUsageException">A stride below 4.</exception>
        public static MunicipalityValidity[] CheckMany(byte[] codes, DateTime[] dates, int stride = CodeSize)
        {
            Call.RequireNotNull(dates, nameof(dates));
            return CheckMany(codes, Array.ConvertAll(dates, DaysSince1970), sizeof(int), dates.Length, stride);
        }

        /// <summary>The same for one date.</summary>
        /// <param name="codes">The bytes; code i is the four bytes from <c>i * stride</c>.</param>
        /// <param name="count">How many codes there are.</param>
        /// <param name="date">The date.</param>
        /// <param name="stride">Bytes from one code to the next, at least 4.</param>
        /// <exception cref="ArgumentException">There are fewer codes.</exception>
        /// <exception cref="BrukerplanUsageException">A stride below 4.</exception>
        public static MunicipalityValidity[] CheckMany(byte[] codes, int count, DateTime date, int stride = CodeSize)
        {
            return CheckMany(codes, new[] { DaysSince1970(date) }, 0, count, stride);
        }

        /// <summary>Whether a code of two digits is a county's on a date.</summary>
        /// <exception cref="BrukerplanPlaceException">The date is before 2006.</exception>
        public static bool IsCounty(string code, DateTime date)
        {
            return Ask(code, date, Native.bplan_county_get_valid) != 0;
        }

        /// <summary>
        /// Whether a code of six digits is a city district's on a date, the unknown district of a city included.
        /// </summary>
        /// <exception cref="BrukerplanPlaceException">The date is before 2006.</exception>
        public static bool IsDistrict(string code, DateTime date)
        {
            return Ask(code, date, Native.bplan_district_get_valid) != 0;
        }

        private delegate int Asks(byte[] code, long length, int year, int month, int day, out int answer,
            ref NativeError error);

        private static int Ask(string code, DateTime date, Asks function)
        {
            var bytes = Utf8.Required(code, nameof(code));
            var on = new Day(date);
            var error = NativeError.Create();
            int answer;
            Call.Check(function(bytes, bytes.LongLength, on.Year, on.Month, on.Number, out answer, ref error),
                ref error);
            return answer;
        }

        private static int DaysSince1970(DateTime date)
        {
            return (date.Date - new DateTime(1970, 1, 1)).Days;
        }

        private static unsafe MunicipalityValidity[] CheckMany(byte[] codes, int[] days, int daysStride, int count,
            int stride)
        {
            Call.RequireItems(codes, count, stride, CodeSize, nameof(codes));
            var answers = new MunicipalityValidity[count];
            fixed (MunicipalityValidity* validities = answers)
            {
                var error = NativeError.Create();
                long valid;
                Call.Check(Native.bplan_municipality_check_many(codes, stride, days, daysStride, count, validities,
                    out valid, ref error), ref error);
            }
            return answers;
        }
    }
}

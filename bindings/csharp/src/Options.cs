using System;
using Brukerplan.Interop;

namespace Brukerplan
{
    /// <summary>
    /// What a context is made from. A property that is not set leaves the default. One thread at a time; may be used
    /// for several contexts. Whether what is asked for is there is found out when a context is made.
    /// </summary>
    public sealed class Options
    {
        /// <summary>
        /// Id of a pack that comes with the library, as <c>brukerplan/2024</c>; null for the newest.
        /// Not both this and <see cref="PackJson"/>.
        /// </summary>
        public string Pack { get; set; }

        /// <summary>
        /// A pack as JSON text (<c>docs/pack-format.md</c>); null for one that comes with the library.
        /// </summary>
        public string PackJson { get; set; }

        /// <summary>
        /// A mapping as JSON text (<c>docs/mapping.md</c>): how columns and codes of your own are those of the pack;
        /// null for none.
        /// </summary>
        public string MappingJson { get; set; }

        /// <summary>
        /// A profile as JSON text (<c>docs/validation.md</c>): other severities, and rules switched off; null for none.
        /// </summary>
        public string ProfileJson { get; set; }

        /// <summary>
        /// Id of a scoring scheme of the pack, as <c>sum16/1</c>; null for its first. Not both this and
        /// <see cref="SchemeJson"/>.
        /// </summary>
        public string Scheme { get; set; }

        /// <summary>
        /// A scoring scheme of your own as JSON text (<c>docs/scoring.md</c>); null for one of the pack.
        /// </summary>
        public string SchemeJson { get; set; }

        /// <summary>
        /// Language of messages: <c>nb</c>, <c>nn</c>, <c>en</c> or another of the pack; null for <c>nb</c>.
        /// </summary>
        public string Language { get; set; }

        /// <summary>
        /// The test policy: people carry synthetic numbers and live in fictional municipalities, real numbers are
        /// refused, and every result says so.
        /// </summary>
        public bool TestNumbers { get; set; }

        /// <summary>
        /// "Today", for dates that lie in the future: the library reads no clock. Null: nothing is checked against it.
        /// The time of day is not looked at, here and below.
        /// </summary>
        public DateTime? ReferenceDate { get; set; }

        /// <summary>First day of the mapping round; null for none.</summary>
        public DateTime? PeriodFirst { get; set; }

        /// <summary>Last day of the mapping round, itself included; null for none.</summary>
        public DateTime? PeriodLast { get; set; }

        private delegate int SetsText(OptionsHandle options, byte[] text, long length, ref NativeError error);

        private delegate int SetsDay(OptionsHandle options, int year, int month, int day, ref NativeError error);

        internal OptionsHandle MakeHandle()
        {
            if (Pack != null && PackJson != null)
            {
                throw new ArgumentException("A pack is given by its id or as JSON, and not both.");
            }
            if (Scheme != null && SchemeJson != null)
            {
                throw new ArgumentException("A scheme is given by its id or as JSON, and not both.");
            }
            var error = NativeError.Create();
            OptionsHandle options;
            Call.Check(Native.bplan_options_create(out options, ref error), ref error);
            try
            {
                Set(options, Pack, Native.bplan_options_set_pack);
                Set(options, PackJson, Native.bplan_options_set_pack_json);
                Set(options, MappingJson, Native.bplan_options_set_mapping_json);
                Set(options, ProfileJson, Native.bplan_options_set_profile_json);
                Set(options, Scheme, Native.bplan_options_set_scheme);
                Set(options, SchemeJson, Native.bplan_options_set_scheme_json);
                Set(options, Language, Native.bplan_options_set_language);
                Set(options, ReferenceDate, Native.bplan_options_set_reference_date);
                Set(options, PeriodFirst, Native.bplan_options_set_period_first);
                Set(options, PeriodLast, Native.bplan_options_set_period_last);
                Call.Check(Native.bplan_options_set_test_numbers(options, TestNumbers ? 1 : 0, ref error), ref error);
                return options;
            }
            catch
            {
                options.Dispose();
                throw;
            }
        }

        private static void Set(OptionsHandle options, string text, SetsText function)
        {
            if (text != null)
            {
                var bytes = Utf8.Bytes(text);
                var error = NativeError.Create();
                Call.Check(function(options, bytes, bytes.LongLength, ref error), ref error);
            }
        }

        private static void Set(OptionsHandle options, DateTime? date, SetsDay function)
        {
            var day = new Day(date);
            var error = NativeError.Create();
            Call.Check(function(options, day.Year, day.Month, day.Number, ref error), ref error);
        }
    }
}

using System;
using Brukerplan.Interop;

namespace Brukerplan
{
    /// <summary>
    /// A scoring scheme (<c>docs/scoring.md</c>). It never changes, and any number of threads may use it at once;
    /// after <see cref="Dispose"/> its members throw <see cref="ObjectDisposedException"/>. Ratings are
    /// <see cref="Library.Domains"/> bytes in the order of <see cref="Domain"/>, each one of <see cref="Rating"/>.
    /// </summary>
    public sealed class Scheme : IDisposable
    {
        private readonly SchemeHandle handle;

        private Scheme(SchemeHandle handle)
        {
            this.handle = handle;
        }

        /// <summary>Makes a scheme that comes with the library.</summary>
        /// <param name="pack">Id of its pack, as <c>brukerplan/2024</c>; null for the newest.</param>
        /// <param name="scheme">Id of the scheme, as <c>sum16/1</c>; null for the first of the pack.</param>
        /// <exception cref="BrukerplanInstrumentException">There is no such pack or scheme.</exception>
        public static Scheme FromPack(string pack = null, string scheme = null)
        {
            var packId = Utf8.Bytes(pack);
            var schemeId = Utf8.Bytes(scheme);
            var error = NativeError.Create();
            SchemeHandle made;
            Call.Check(Native.bplan_scheme_create(packId, packId.LongLength, schemeId, schemeId.LongLength, out made,
                ref error), ref error);
            return new Scheme(made);
        }

        /// <summary>Makes a scheme of your own from JSON text, and checks it.</summary>
        /// <exception cref="BrukerplanInstrumentException">
        /// It has a fault: the message says where, and names an assessment that shows it.
        /// </exception>
        public static Scheme FromJson(string json)
        {
            var text = Utf8.Required(json, nameof(json));
            var error = NativeError.Create();
            SchemeHandle made;
            Call.Check(Native.bplan_scheme_create_from_json(text, text.LongLength, out made, ref error), ref error);
            return new Scheme(made);
        }

        /// <summary>Id of the scheme, as <c>sum16/1</c>.</summary>
        public string Id
        {
            get { return Call.Text(handle, Native.bplan_scheme_get_id); }
        }

        /// <summary>
        /// Scores one assessment. A number that is no rating leaves it without a class, for the reason
        /// <see cref="NoClassReason.Unreadable"/>.
        /// </summary>
        /// <exception cref="ArgumentException">There are not eight ratings.</exception>
        public Score ScoreRatings(byte[] ratings)
        {
            PinnedRatings.RequireDomains(ratings, nameof(ratings));
            var error = NativeError.Create();
            int indexClass, points, answered, reason;
            Call.Check(Native.bplan_scheme_score_ratings(handle, ratings, out indexClass, out points, out answered,
                out reason, ref error), ref error);
            return new Score((IndexClass)indexClass, points, answered, (NoClassReason)reason);
        }

        /// <summary>Scores one assessment that is given by its code, below <see cref="Library.Assessments"/>.</summary>
        /// <exception cref="BrukerplanUsageException">There is no such code.</exception>
        public Score ScoreCode(int code)
        {
            var error = NativeError.Create();
            int indexClass, points, answered, reason;
            Call.Check(Native.bplan_scheme_score_code(handle, code, out indexClass, out points, out answered,
                out reason, ref error), ref error);
            return new Score((IndexClass)indexClass, points, answered, (NoClassReason)reason);
        }

        /// <summary>
        /// Scores many assessments: eight columns, one for each domain, with a byte a row. Each answer is that of
        /// <see cref="ScoreRatings"/> for the same row.
        /// </summary>
        /// <param name="ratings">The columns, all of the same length.</param>
        /// <param name="into">Where the scores go; null for new arrays of all answers.</param>
        /// <returns>Where the scores went.</returns>
        /// <exception cref="ArgumentException">
        /// There are not eight columns of one length, or no room for it.
        /// </exception>
        public Scores ScoreColumns(byte[][] ratings, Scores into = null)
        {
            using (var pinned = new PinnedRatings(ratings))
            {
                return Scores.ForRows(into, pinned.Rows).Fill(
                    (ref NativeScoreColumns columns, out long unreadable, ref NativeError error) =>
                        Native.bplan_scheme_score_columns(handle, pinned.Addresses, pinned.Rows, ref columns,
                            out unreadable, ref error));
            }
        }

        /// <summary>
        /// Scores the assessments in an array of structs that hold nothing but numbers, without copying them.
        /// </summary>
        /// <param name="rows">The structs.</param>
        /// <param name="offsets">
        /// Where the rating of each domain is in the struct, in bytes: <c>Marshal.OffsetOf</c> tells.
        /// </param>
        /// <param name="into">Where the scores go; null for new arrays of all answers.</param>
        /// <returns>Where the scores went.</returns>
        /// <exception cref="ArgumentException">
        /// There are not eight offsets inside the struct, the struct holds references, or there is no room for the
        /// rows.
        /// </exception>
        public Scores ScoreStrided<TRow>(TRow[] rows, int[] offsets, Scores into = null) where TRow : struct
        {
            using (var pinned = PinnedRatings.OfStructs(rows, offsets))
            {
                return ScoreStrided(pinned.Addresses, pinned.Strides, pinned.Rows, into);
            }
        }

        /// <summary>
        /// Scores assessments anywhere in memory: the rating of domain d in row i is the byte at
        /// <c>i * strides[d]</c> from <c>ratings[d]</c>. A stride may be 0, one rating for all rows, or negative.
        /// The addresses are read as they are.
        /// </summary>
        /// <param name="ratings">Address of the first rating of each domain.</param>
        /// <param name="strides">Bytes from one rating to the next, for each domain.</param>
        /// <param name="rows">Number of rows.</param>
        /// <param name="into">Where the scores go; null for new arrays of all answers.</param>
        /// <returns>Where the scores went.</returns>
        /// <exception cref="ArgumentException">
        /// There are not eight addresses and strides, or no room for the rows.
        /// </exception>
        public Scores ScoreStrided(IntPtr[] ratings, long[] strides, int rows, Scores into = null)
        {
            PinnedRatings.RequireDomains(ratings, nameof(ratings));
            PinnedRatings.RequireDomains(strides, nameof(strides));
            return Scores.ForRows(into, rows).Fill(
                (ref NativeScoreColumns columns, out long unreadable, ref NativeError error) =>
                    Native.bplan_scheme_score_strided(handle, ratings, strides, rows, ref columns, out unreadable,
                        ref error));
        }

        /// <summary>
        /// Scores assessments that are given by their codes. Every number of 16 bits is one, so none is unreadable.
        /// </summary>
        /// <param name="codes">The codes: two bits a domain, housing lowest.</param>
        /// <param name="into">Where the scores go; null for new arrays of all answers.</param>
        /// <returns>Where the scores went.</returns>
        /// <exception cref="ArgumentException">There is no room for the rows.</exception>
        public Scores ScorePacked(ushort[] codes, Scores into = null)
        {
            Call.RequireNotNull(codes, nameof(codes));
            return Scores.ForRows(into, codes.Length).Fill(
                (ref NativeScoreColumns columns, out long unreadable, ref NativeError error) =>
                {
                    unreadable = 0;
                    return Native.bplan_scheme_score_packed(handle, codes, codes.Length, ref columns, ref error);
                });
        }

        /// <summary>
        /// Why an assessment has its class, as JSON: what decided, what each domain does, the smallest changes to the
        /// next better and worse class, and that as sentences.
        /// </summary>
        /// <param name="ratings">The ratings.</param>
        /// <param name="language"><c>nb</c>, <c>nn</c> or <c>en</c>; null for <c>nb</c>.</param>
        /// <exception cref="BrukerplanUsageException">A number is no rating.</exception>
        /// <exception cref="BrukerplanInstrumentException">There are no explanations in this language.</exception>
        public string Explain(byte[] ratings, string language = null)
        {
            PinnedRatings.RequireDomains(ratings, nameof(ratings));
            var tag = Utf8.Bytes(language);
            return Call.Document((out DocumentHandle document, ref NativeError error) =>
                Native.bplan_scheme_explain(handle, ratings, tag, tag.LongLength, out document, ref error));
        }

        /// <summary>
        /// How this scheme and another differ, as JSON: how many have which class under the first and under the
        /// second, and the share that changes class.
        /// </summary>
        /// <param name="other">The second.</param>
        /// <param name="counts">
        /// Numbers of persons by the code of their assessment, <see cref="Library.Assessments"/> of them; null for
        /// every assessment once.
        /// </param>
        /// <exception cref="BrukerplanUsageException">
        /// A count is negative, or they are too many together; <see cref="BrukerplanException.Row"/> is the code.
        /// </exception>
        public string Compare(Scheme other, long[] counts = null)
        {
            Call.RequireNotNull(other, nameof(other));
            if (counts != null)
            {
                Call.RequireLength(counts, Library.Assessments, nameof(counts));
            }
            return Call.Document((out DocumentHandle document, ref NativeError error) =>
                Native.bplan_scheme_compare(handle, other.handle, counts, out document, ref error));
        }

        /// <summary>How many persons have a class.</summary>
        /// <param name="counts">
        /// Numbers of persons by the code of their assessment: <see cref="Histogram.GetCounts"/>.
        /// </param>
        /// <param name="indexClass">The class.</param>
        /// <exception cref="BrukerplanUsageException">
        /// There is no such class, or a count is negative, or they are too many together;
        /// <see cref="BrukerplanException.Row"/> is then the code.
        /// </exception>
        public long CountClass(long[] counts, IndexClass indexClass)
        {
            return Count(counts, (int)indexClass, Native.bplan_scheme_count_class);
        }

        /// <summary>
        /// How many persons have no class for a reason, or with <see cref="NoClassReason.HasClass"/> have one; else as
        /// <see cref="CountClass"/>.
        /// </summary>
        public long CountNoClass(long[] counts, NoClassReason reason)
        {
            return Count(counts, (int)reason, Native.bplan_scheme_count_no_class);
        }

        /// <summary>Frees the scheme, when the last call that uses it has ended. May be called again.</summary>
        public void Dispose()
        {
            handle.Dispose();
        }

        private delegate int Counts(SchemeHandle scheme, long[] counts, int which, out long persons,
            ref NativeError error);

        private long Count(long[] counts, int which, Counts function)
        {
            Call.RequireLength(counts, Library.Assessments, nameof(counts));
            var error = NativeError.Create();
            long persons;
            Call.Check(function(handle, counts, which, out persons, ref error), ref error);
            return persons;
        }
    }
}

using System;
using System.Runtime.InteropServices;
using Brukerplan.Interop;

namespace Brukerplan
{
    /// <summary>
    /// How many persons have which of the <see cref="Library.Assessments"/> assessments: all that any scheme needs to
    /// know of a group. Histograms of parts add up to that of the whole. One thread at a time while something is added,
    /// else any; after <see cref="Dispose"/> its members throw <see cref="ObjectDisposedException"/>. When a call
    /// fails, nothing is added.
    /// </summary>
    public sealed class Histogram : IDisposable
    {
        private readonly HistogramHandle handle;

        /// <summary>Makes a histogram of nobody.</summary>
        public Histogram()
        {
            var error = NativeError.Create();
            Call.Check(Native.bplan_histogram_create(out handle, ref error), ref error);
        }

        /// <summary>Number of persons, the sum of the counts.</summary>
        public long Persons
        {
            get { return Call.Int64(handle, Native.bplan_histogram_count_persons); }
        }

        /// <summary>Number of rows that were not counted, since a number in them is no rating.</summary>
        public long Unreadable
        {
            get { return Call.Int64(handle, Native.bplan_histogram_count_unreadable); }
        }

        /// <summary>Adds the persons of columns, as <see cref="Scheme.ScoreColumns"/> takes them.</summary>
        /// <exception cref="ArgumentException">There are not eight columns of one length.</exception>
        public void AddColumns(byte[][] ratings)
        {
            using (var pinned = new PinnedRatings(ratings))
            {
                var error = NativeError.Create();
                Call.Check(Native.bplan_histogram_add_columns(handle, pinned.Addresses, pinned.Rows, ref error),
                    ref error);
            }
        }

        /// <summary>
        /// The same for an array of structs, as
        /// <see cref="Scheme.ScoreStrided{TRow}(TRow[], int[], Scores)"/> takes it.
        /// </summary>
        /// <exception cref="ArgumentException">
        /// There are not eight offsets inside the struct, or the struct holds references.
        /// </exception>
        public void AddStrided<TRow>(TRow[] rows, int[] offsets) where TRow : struct
        {
            using (var pinned = PinnedRatings.OfStructs(rows, offsets))
            {
                AddStrided(pinned.Addresses, pinned.Strides, pinned.Rows);
            }
        }

        /// <summary>
        /// The same for ratings anywhere in memory, as
        /// <see cref="Scheme.ScoreStrided(IntPtr[], long[], int, Scores)"/> takes them.
        /// </summary>
        /// <exception cref="ArgumentException">There are not eight addresses and strides.</exception>
        public void AddStrided(IntPtr[] ratings, long[] strides, int rows)
        {
            PinnedRatings.RequireDomains(ratings, nameof(ratings));
            PinnedRatings.RequireDomains(strides, nameof(strides));
            var error = NativeError.Create();
            Call.Check(Native.bplan_histogram_add_strided(handle, ratings, strides, rows, ref error), ref error);
        }

        /// <summary>The same for assessments that are given by their codes.</summary>
        public void AddPacked(ushort[] codes)
        {
            Call.RequireNotNull(codes, nameof(codes));
            var error = NativeError.Create();
            Call.Check(Native.bplan_histogram_add_packed(handle, codes, codes.LongLength, ref error), ref error);
        }

        /// <summary>
        /// The same for the rows of an Arrow batch, as <see cref="Context.ScoreTable"/> takes it: every row is a
        /// person.
        /// </summary>
        /// <exception cref="BrukerplanTableException">The columns cannot be used.</exception>
        public void AddTable(Context context, IntPtr schema, IntPtr batch)
        {
            Call.RequireNotNull(context, nameof(context));
            var error = NativeError.Create();
            Call.Check(Native.bplan_histogram_add_table(handle, context.Handle, schema, batch, ref error), ref error);
        }

        /// <summary>Adds counts made elsewhere, as those of another histogram.</summary>
        /// <param name="counts">
        /// Numbers of persons by the code of their assessment, <see cref="Library.Assessments"/> of them.
        /// </param>
        /// <param name="unreadable">Number of unreadable rows.</param>
        /// <exception cref="ArgumentException">There are fewer counts.</exception>
        /// <exception cref="BrukerplanUsageException">
        /// A count is negative, or they are too many together; <see cref="BrukerplanException.Row"/> is the code.
        /// </exception>
        public void AddCounts(long[] counts, long unreadable = 0)
        {
            Call.RequireLength(counts, Library.Assessments, nameof(counts));
            var error = NativeError.Create();
            Call.Check(Native.bplan_histogram_add_counts(handle, counts, unreadable, ref error), ref error);
        }

        /// <summary>A copy of the <see cref="Library.Assessments"/> counts, by code.</summary>
        public long[] GetCounts()
        {
            return Call.Holding(handle, () =>
            {
                var error = NativeError.Create();
                IntPtr counts;
                Call.Check(Native.bplan_histogram_get_counts(handle, out counts, ref error), ref error);
                var copy = new long[Library.Assessments];
                Marshal.Copy(counts, copy, 0, copy.Length);
                return copy;
            });
        }

        /// <summary>Frees the histogram, when the last call that uses it has ended. May be called again.</summary>
        public void Dispose()
        {
            handle.Dispose();
        }
    }
}

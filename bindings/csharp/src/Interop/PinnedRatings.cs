using System;
using System.Runtime.InteropServices;

namespace Brukerplan.Interop
{
    /// <summary>
    /// Ratings of many rows that stay where they are until it is disposed: an address for each domain, and the bytes
    /// from one row to the next.
    /// </summary>
    internal sealed class PinnedRatings : IDisposable
    {
        private readonly Pins pins = new Pins();

        /// <summary>Of eight columns of one length.</summary>
        internal PinnedRatings(byte[][] ratings)
        {
            RequireDomains(ratings, nameof(ratings));
            if (Array.Exists(ratings, column => column == null || column.Length != ratings[0].Length))
            {
                throw new ArgumentException("The columns must have one length.", nameof(ratings));
            }
            Rows = ratings[0].Length;
            Addresses = Array.ConvertAll(ratings, pins.Add);
        }

        private PinnedRatings(Array rows, int elementSize, int[] offsets)
        {
            Rows = rows.Length;
            try
            {
                var first = pins.Add(rows);
                var stride = rows.Length > 1
                    ? (long)Marshal.UnsafeAddrOfPinnedArrayElement(rows, 1) - (long)first
                    : elementSize;
                if (Array.Exists(offsets, offset => offset < 0 || offset >= stride))
                {
                    throw new ArgumentException("A rating lies outside its struct.", nameof(offsets));
                }
                Addresses = Array.ConvertAll(offsets, offset => IntPtr.Add(first, offset));
                Strides = Array.ConvertAll(offsets, offset => stride);
            }
            catch
            {
                pins.Dispose();
                throw;
            }
        }

        /// <summary>Of structs, each with a rating of domain d at the byte <c>offsets[d]</c>.</summary>
        internal static PinnedRatings OfStructs<TRow>(TRow[] rows, int[] offsets) where TRow : struct
        {
            Call.RequireNotNull(rows, nameof(rows));
            RequireDomains(offsets, nameof(offsets));
            return new PinnedRatings(rows, Marshal.SizeOf(typeof(TRow)), offsets);
        }

        internal IntPtr[] Addresses { get; private set; }

        /// <summary>Null for columns.</summary>
        internal long[] Strides { get; private set; }

        internal int Rows { get; private set; }

        public void Dispose()
        {
            pins.Dispose();
        }

        /// <summary>Refuses what is not one for each domain.</summary>
        internal static void RequireDomains(Array array, string parameter)
        {
            Call.RequireNotNull(array, parameter);
            if (array.Length != Library.Domains)
            {
                throw new ArgumentException("There must be one for each of the eight domains.", parameter);
            }
        }
    }
}

using System;
using System.Runtime.InteropServices;

namespace Brukerplan.Interop
{
    // Scoring schemes, for one assessment and for many; counts of assessments.
    internal static partial class Native
    {
        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_scheme_create(byte[] packId, long packIdLength, byte[] schemeId,
            long schemeIdLength, out SchemeHandle scheme, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_scheme_create_from_json(byte[] json, long length, out SchemeHandle scheme,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void bplan_scheme_free(IntPtr scheme);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_scheme_get_id(SchemeHandle scheme, out IntPtr id, out long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_scheme_score_ratings(SchemeHandle scheme, byte[] ratings, out int indexClass,
            out int points, out int answered, out int reason, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_scheme_score_code(SchemeHandle scheme, int code, out int indexClass,
            out int points, out int answered, out int reason, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_scheme_explain(SchemeHandle scheme, byte[] ratings, byte[] language,
            long languageLength, out DocumentHandle document, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_scheme_compare(SchemeHandle first, SchemeHandle second, long[] counts,
            out DocumentHandle document, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_scheme_score_columns(SchemeHandle scheme, IntPtr[] ratings, long count,
            ref NativeScoreColumns columns, out long unreadable, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_scheme_score_strided(SchemeHandle scheme, IntPtr[] ratings, long[] strides,
            long count, ref NativeScoreColumns columns, out long unreadable, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_scheme_score_packed(SchemeHandle scheme, ushort[] codes, long count,
            ref NativeScoreColumns columns, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_scheme_count_class(SchemeHandle scheme, long[] counts, int indexClass,
            out long persons, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_scheme_count_no_class(SchemeHandle scheme, long[] counts, int reason,
            out long persons, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_histogram_create(out HistogramHandle histogram, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern void bplan_histogram_free(IntPtr histogram);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_histogram_add_columns(HistogramHandle histogram, IntPtr[] ratings, long count,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_histogram_add_strided(HistogramHandle histogram, IntPtr[] ratings,
            long[] strides, long count, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_histogram_add_packed(HistogramHandle histogram, ushort[] codes, long count,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_histogram_add_table(HistogramHandle histogram, ContextHandle context,
            IntPtr schema, IntPtr batch, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_histogram_add_counts(HistogramHandle histogram, long[] counts, long unreadable,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_histogram_get_counts(HistogramHandle histogram, out IntPtr counts,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_histogram_count_persons(HistogramHandle histogram, out long persons,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_histogram_count_unreadable(HistogramHandle histogram, out long unreadable,
            ref NativeError error);
    }
}

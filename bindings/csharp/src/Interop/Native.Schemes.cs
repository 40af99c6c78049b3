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
    }
}

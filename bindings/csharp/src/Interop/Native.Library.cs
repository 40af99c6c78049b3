using System;
using System.Runtime.InteropServices;

namespace Brukerplan.Interop
{
    /// <summary>
    /// The functions of <c>brukerplan.h</c>, as they are: what is asked of the library itself.
    /// Handles are those of this package; all else is numbers, addresses and arrays that are not copied.
    /// </summary>
    internal static partial class Native
    {
        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_code_get_name(int code, out IntPtr name, out long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_abi_version();

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_library_get_version(out IntPtr version, out long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_reason_get_name(int reason, out IntPtr name, out long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_number_kind_get_name(int kind, out IntPtr name, out long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_severity_get_name(int value, out IntPtr name, out long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_class_get_name(int value, out IntPtr name, out long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_no_class_get_name(int value, out IntPtr name, out long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_rating_get_name(int value, out IntPtr name, out long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_domain_get_name(int value, out IntPtr name, out long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_municipality_validity_get_name(int value, out IntPtr name, out long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_sex_get_name(int value, out IntPtr name, out long length,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_pack_list(out DocumentHandle document, ref NativeError error);
    }
}

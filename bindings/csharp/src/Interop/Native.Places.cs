using System.Runtime.InteropServices;

namespace Brukerplan.Interop
{
    // Municipalities, counties and city districts.
    internal static unsafe partial class Native
    {
        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_municipality_get_validity(byte[] code, long length, int year, int month,
            int day, out int validity, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_municipality_describe(byte[] code, long length, int year, int month, int day,
            int toYear, int toMonth, int toDay, out DocumentHandle document, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_municipality_trace(byte[] code, long length, int fromYear, int fromMonth,
            int fromDay, int toYear, int toMonth, int toDay, byte[] weights, long weightsLength,
            out DocumentHandle document, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_municipality_find_by_name(byte[] name, long length, int year, int month,
            int day, out DocumentHandle document, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_municipality_list(int year, int month, int day, out DocumentHandle document,
            ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_municipality_same_territory(byte[] firstCode, long firstLength, int firstYear,
            int firstMonth, int firstDay, byte[] secondCode, long secondLength, int secondYear, int secondMonth,
            int secondDay, out int same, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_municipality_check_many(byte[] codes, long codesStride, int[] days,
            long daysStride, long count, MunicipalityValidity* validities, out long valid, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_county_get_valid(byte[] code, long length, int year, int month, int day,
            out int valid, ref NativeError error);

        [DllImport(NativeName.Library, CallingConvention = CallingConvention.Cdecl)]
        internal static extern int bplan_district_get_valid(byte[] code, long length, int year, int month, int day,
            out int valid, ref NativeError error);
    }
}

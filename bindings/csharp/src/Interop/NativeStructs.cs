using System.Runtime.InteropServices;

namespace Brukerplan.Interop
{
    /// <summary><c>bplan_error</c>: what went wrong in a call. It lies on the stack of the caller.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct NativeError
    {
        internal const int MessageSize = 256;

        internal uint StructSize;
        internal int Code;
        internal long Row;
        internal int Column;
        internal uint Reserved;
        internal fixed byte Message[MessageSize];

        /// <summary>
        /// An empty error. As every call needs one, this is also where it is made sure that the library that
        /// was found has the interface of this package.
        /// </summary>
        internal static NativeError Create()
        {
            Library.EnsureLoaded();
            var error = new NativeError();
            error.StructSize = (uint)sizeof(NativeError);
            error.Row = -1;
            error.Column = -1;
            return error;
        }
    }

    /// <summary><c>bplan_score_columns</c>. The arrays must be pinned while it is used.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct NativeScoreColumns
    {
        internal uint StructSize;
        internal uint Reserved;
        internal IndexClass* Classes;
        internal int* Points;
        internal sbyte* Answered;
        internal NoClassReason* Reasons;
    }

    /// <summary><c>bplan_number_columns</c>. The arrays must be pinned while it is used.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct NativeNumberColumns
    {
        internal uint StructSize;
        internal uint Reserved;
        internal sbyte* Valid;
        internal NumberReason* Reasons;
        internal sbyte* Positions;
        internal Sex* Sexes;
        internal NumberRules* Rules;
        internal NumberKinds* Kinds;
        internal short* FirstBirthYears;
        internal short* SecondBirthYears;
    }
}

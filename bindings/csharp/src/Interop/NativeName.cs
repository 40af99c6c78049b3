using System;
#if NET5_0_OR_GREATER
using System.Runtime.InteropServices;
#endif

namespace Brukerplan.Interop
{
    /// <summary>
    /// Under which name the C library is looked for. The files carry the interface number: <c>brukerplan-1.dll</c>,
    /// <c>libbrukerplan.so.1</c>, <c>libbrukerplan.1.dylib</c>. On Windows the number is also what keeps the library
    /// apart from this assembly, which is <c>Brukerplan.dll</c> in the same folder.
    /// </summary>
    internal static class NativeName
    {
#if NETFRAMEWORK
        internal const string Library = "brukerplan-1";
#else
        internal const string Library = "brukerplan";
#endif

#if NET5_0_OR_GREATER
        internal static void Resolve()
        {
            var file = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "brukerplan-1.dll"
                : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? "libbrukerplan.1.dylib"
                : "libbrukerplan.so.1";
            try
            {
                NativeLibrary.SetDllImportResolver(typeof(NativeName).Assembly, (name, assembly, path) =>
                    name == Library ? NativeLibrary.Load(file, assembly, path) : IntPtr.Zero);
            }
            catch (InvalidOperationException)
            {
                // There is one already: that of an earlier try, or one of the program's own.
            }
        }
#else
        internal static void Resolve()
        {
            // .NET Framework finds the name as it is, and Mono reads Brukerplan.dll.config.
        }
#endif
    }
}

using System;
using System.Text;

namespace Brukerplan.Interop
{
    /// <summary>
    /// Text as the C library has it: UTF-8, an address and a number of bytes. Half a surrogate pair becomes
    /// U+FFFD, so that no text that a user typed makes a call fail before the library sees it.
    /// </summary>
    internal static class Utf8
    {
        private static readonly byte[] Nothing = new byte[0];

        /// <summary>The bytes of a text; none for null.</summary>
        internal static byte[] Bytes(string text)
        {
            return string.IsNullOrEmpty(text) ? Nothing : Encoding.UTF8.GetBytes(text);
        }

        /// <summary>The bytes of a text that must be there.</summary>
        internal static byte[] Required(string text, string parameter)
        {
            Call.RequireNotNull(text, parameter);
            return Bytes(text);
        }

        internal static unsafe string Text(IntPtr text, long length)
        {
            return length == 0 ? string.Empty : Encoding.UTF8.GetString((byte*)text, checked((int)length));
        }

        /// <summary>The text up to the first zero byte, at most <paramref name="capacity"/> bytes.</summary>
        internal static unsafe string UpToZero(byte* text, int capacity)
        {
            var length = 0;
            while (length < capacity && text[length] != 0)
            {
                ++length;
            }
            return Text((IntPtr)text, length);
        }
    }
}

using System;

namespace Brukerplan.Interop
{
    /// <summary>The shapes that functions of the C library have, and what is done around a call of each.</summary>
    internal static class Call
    {
        internal delegate int Int32Of<THandle>(THandle handle, out int value, ref NativeError error);

        internal delegate int Int64Of<THandle>(THandle handle, out long value, ref NativeError error);

        internal delegate int TextOf<THandle>(THandle handle, out IntPtr text, out long length, ref NativeError error);

        internal delegate int TextAt<THandle>(THandle handle, long index, out IntPtr text, out long length,
            ref NativeError error);

        internal delegate int Named(int value, out IntPtr name, out long length, ref NativeError error);

        internal delegate int MakesDocument(out DocumentHandle document, ref NativeError error);

        internal delegate int Copies<TItem>(TItem[] items, long capacity, out long count, ref NativeError error);

        /// <summary>Throws what a code other than 0 stands for.</summary>
        internal static void Check(int code, ref NativeError error)
        {
            if (code != 0)
            {
                throw BrukerplanException.Of(code, ref error);
            }
        }

        internal static int Int32<THandle>(THandle handle, Int32Of<THandle> function)
        {
            var error = NativeError.Create();
            int value;
            Check(function(handle, out value, ref error), ref error);
            return value;
        }

        internal static bool Flag<THandle>(THandle handle, Int32Of<THandle> function)
        {
            return Int32(handle, function) != 0;
        }

        internal static long Int64<THandle>(THandle handle, Int64Of<THandle> function)
        {
            var error = NativeError.Create();
            long value;
            Check(function(handle, out value, ref error), ref error);
            return value;
        }

        /// <summary>A copy of a text that is borrowed from a handle, which cannot be freed meanwhile.</summary>
        internal static string Text<THandle>(THandle handle, TextOf<THandle> function) where THandle : NativeHandle
        {
            return TextAtIndex(handle, 0,
                (THandle h, long index, out IntPtr text, out long length, ref NativeError error) =>
                    function(h, out text, out length, ref error));
        }

        /// <summary>The same for one of several texts.</summary>
        internal static string TextAtIndex<THandle>(THandle handle, long index, TextAt<THandle> function)
            where THandle : NativeHandle
        {
            return Holding(handle, () =>
            {
                var error = NativeError.Create();
                IntPtr text;
                long length;
                Check(function(handle, index, out text, out length, ref error), ref error);
                return Utf8.Text(text, length);
            });
        }

        /// <summary>Copies what is borrowed from a handle, which is not freed meanwhile.</summary>
        internal static TResult Holding<TResult>(NativeHandle handle, Func<TResult> copy)
        {
            var held = false;
            try
            {
                handle.DangerousAddRef(ref held);
                return copy();
            }
            finally
            {
                if (held)
                {
                    handle.DangerousRelease();
                }
            }
        }

        /// <summary>A name that lives as long as the library.</summary>
        internal static string Name(int value, Named function)
        {
            var error = NativeError.Create();
            IntPtr name;
            long length;
            Check(function(value, out name, out length, ref error), ref error);
            return Utf8.Text(name, length);
        }

        /// <summary>The text of a document, which is freed.</summary>
        internal static string Document(MakesDocument function)
        {
            using (var document = DocumentHandleOf(function))
            {
                return Text(document, Native.bplan_document_get_text);
            }
        }

        internal static DocumentHandle DocumentHandleOf(MakesDocument function)
        {
            var error = NativeError.Create();
            DocumentHandle document;
            Check(function(out document, ref error), ref error);
            return document;
        }

        /// <summary>As many items as there are, of a function that tells their number when there is no room.</summary>
        internal static TItem[] All<TItem>(Copies<TItem> function)
        {
            var error = NativeError.Create();
            long count;
            Check(function(null, 0, out count, ref error), ref error);
            var items = new TItem[count];
            Check(function(items, count, out count, ref error), ref error);
            return items;
        }

        internal static void RequireNotNull(object value, string parameter)
        {
            if (value == null)
            {
                throw new ArgumentNullException(parameter);
            }
        }

        /// <summary>Refuses a number of items that an array does not have.</summary>
        internal static void RequireLength(Array array, long length, string parameter)
        {
            RequireNotNull(array, parameter);
            if (length < 0 || array.LongLength < length)
            {
                throw new ArgumentException("The array is shorter than the number of items needs.", parameter);
            }
        }

        /// <summary>Refuses items at a stride that an array does not have.</summary>
        internal static void RequireItems(Array array, int count, int stride, int size, string parameter)
        {
            RequireLength(array, count <= 0 ? count : (count - 1L) * stride + size, parameter);
        }
    }
}

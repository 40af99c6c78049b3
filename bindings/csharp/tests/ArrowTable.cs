using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;

namespace Brukerplan.Tests
{
    [StructLayout(LayoutKind.Sequential)]
    internal struct ArrowSchema
    {
        internal IntPtr Format;
        internal IntPtr Name;
        internal IntPtr Metadata;
        internal long Flags;
        internal long ChildCount;
        internal IntPtr Children;
        internal IntPtr Dictionary;
        internal IntPtr Release;
        internal IntPtr PrivateData;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct ArrowArray
    {
        internal long Length;
        internal long NullCount;
        internal long Offset;
        internal long BufferCount;
        internal long ChildCount;
        internal IntPtr Buffers;
        internal IntPtr Children;
        internal IntPtr Dictionary;
        internal IntPtr Release;
        internal IntPtr PrivateData;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct ArrowArrayStream
    {
        internal IntPtr GetSchema;
        internal IntPtr GetNext;
        internal IntPtr GetLastError;
        internal IntPtr Release;
        internal IntPtr PrivateData;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    internal delegate void ArrowRelease(IntPtr self);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    internal delegate int ArrowGet(IntPtr stream, IntPtr to);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    internal delegate IntPtr ArrowLastError(IntPtr stream);

    /// <summary>
    /// A struct of columns of strings, as an Arrow library would hand it over. Its memory is its own.
    /// </summary>
    internal sealed class ArrowTable : IDisposable
    {
        private readonly List<IntPtr> memory = new List<IntPtr>();
        private readonly List<Delegate> alive = new List<Delegate>();
        private readonly IntPtr releaseSchema;
        private readonly IntPtr releaseArray;
        private int batchesLeft;

        internal ArrowTable(string[] names, params string[][] rows)
        {
            releaseSchema = Address(new ArrowRelease(self => Clear<ArrowSchema>(self, "Release")));
            releaseArray = Address(new ArrowRelease(self => Clear<ArrowArray>(self, "Release")));
            Schema = Add(new ArrowSchema
            {
                Format = Text("+s"),
                Name = Text(""),
                ChildCount = names.Length,
                Children = Add(names.Select(name => Add(new ArrowSchema
                {
                    Format = Text("u"),
                    Name = Text(name),
                    Flags = 2,
                    Release = releaseSchema
                })).ToArray()),
                Release = releaseSchema
            });
            Array = Add(new ArrowArray
            {
                Length = rows.Length,
                BufferCount = 1,
                Buffers = Add(new[] { IntPtr.Zero }),
                ChildCount = names.Length,
                Children = Add(names.Select((name, column) => Strings(rows.Select(row => row[column]).ToArray()))
                    .ToArray()),
                Release = releaseArray
            });
        }

        /// <summary>Address of the ArrowSchema.</summary>
        internal IntPtr Schema { get; private set; }

        /// <summary>Address of the ArrowArray.</summary>
        internal IntPtr Array { get; private set; }

        /// <summary>Whether the last stream has been released.</summary>
        internal bool StreamReleased { get; private set; }

        /// <summary>Address of a stream that gives the table so many times.</summary>
        internal IntPtr Stream(int batches)
        {
            batchesLeft = batches;
            StreamReleased = false;
            return Add(new ArrowArrayStream
            {
                GetSchema = Address(new ArrowGet((stream, to) => Copy<ArrowSchema>(Schema, to))),
                GetNext = Address(new ArrowGet((stream, to) =>
                    batchesLeft-- > 0 ? Copy<ArrowArray>(Array, to) : Copy<ArrowArray>(Add(new ArrowArray()), to))),
                GetLastError = Address(new ArrowLastError(stream => IntPtr.Zero)),
                Release = Address(new ArrowRelease(self =>
                {
                    StreamReleased = true;
                    Clear<ArrowArrayStream>(self, "Release");
                }))
            });
        }

        /// <summary>Room for a struct that comes out.</summary>
        internal IntPtr Room<TStruct>() where TStruct : struct
        {
            return Add(new TStruct());
        }

        internal static TStruct Read<TStruct>(IntPtr address) where TStruct : struct
        {
            return (TStruct)Marshal.PtrToStructure(address, typeof(TStruct));
        }

        /// <summary>Calls the release function of a struct that came out.</summary>
        internal static void Release(IntPtr address, IntPtr release)
        {
            ((ArrowRelease)Marshal.GetDelegateForFunctionPointer(release, typeof(ArrowRelease)))(address);
        }

        public void Dispose()
        {
            memory.ForEach(Marshal.FreeHGlobal);
            memory.Clear();
        }

        private IntPtr Strings(string[] values)
        {
            var bytes = values.Select(value => Encoding.UTF8.GetBytes(value)).ToArray();
            var offsets = new int[values.Length + 1];
            for (var row = 0; row < values.Length; ++row)
            {
                offsets[row + 1] = offsets[row] + bytes[row].Length;
            }
            var data = bytes.SelectMany(value => value).ToArray();
            var offsetsAt = Allocate(offsets.Length * sizeof(int));
            Marshal.Copy(offsets, 0, offsetsAt, offsets.Length);
            var dataAt = Allocate(data.Length + 1);
            Marshal.Copy(data, 0, dataAt, data.Length);
            return Add(new ArrowArray
            {
                Length = values.Length,
                BufferCount = 3,
                Buffers = Add(new[] { IntPtr.Zero, offsetsAt, dataAt }),
                Release = releaseArray
            });
        }

        private IntPtr Text(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text + "\0");
            var at = Allocate(bytes.Length);
            Marshal.Copy(bytes, 0, at, bytes.Length);
            return at;
        }

        private IntPtr Add(IntPtr[] addresses)
        {
            var at = Allocate(addresses.Length * IntPtr.Size);
            Marshal.Copy(addresses, 0, at, addresses.Length);
            return at;
        }

        private IntPtr Add<TStruct>(TStruct value) where TStruct : struct
        {
            var at = Allocate(Marshal.SizeOf(typeof(TStruct)));
            Marshal.StructureToPtr(value, at, false);
            return at;
        }

        private IntPtr Allocate(int size)
        {
            var at = Marshal.AllocHGlobal(size);
            memory.Add(at);
            return at;
        }

        private IntPtr Address(Delegate function)
        {
            alive.Add(function);
            return Marshal.GetFunctionPointerForDelegate(function);
        }

        private static int Copy<TStruct>(IntPtr from, IntPtr to) where TStruct : struct
        {
            Marshal.StructureToPtr(Read<TStruct>(from), to, false);
            return 0;
        }

        private static void Clear<TStruct>(IntPtr self, string member)
        {
            Marshal.WriteIntPtr(self, (int)Marshal.OffsetOf(typeof(TStruct), member), IntPtr.Zero);
        }
    }
}

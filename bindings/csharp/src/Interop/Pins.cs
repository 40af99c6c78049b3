using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Brukerplan.Interop
{
    /// <summary>Arrays that stay where they are until it is disposed.</summary>
    internal sealed class Pins : IDisposable
    {
        private readonly List<GCHandle> handles = new List<GCHandle>();

        /// <summary>Address of the first element.</summary>
        internal IntPtr Add(Array array)
        {
            var handle = GCHandle.Alloc(array, GCHandleType.Pinned);
            handles.Add(handle);
            return handle.AddrOfPinnedObject();
        }

        public void Dispose()
        {
            foreach (var handle in handles)
            {
                handle.Free();
            }
            handles.Clear();
        }
    }
}

using System;
using Brukerplan.Interop;

namespace Brukerplan
{
    /// <summary>
    /// Makes pseudonyms under one key: HMAC-SHA-256 of a national number, 32 bytes. The key lies in locked memory and
    /// is wiped by <see cref="Dispose"/>, when the last call that uses it has ended. It never changes, and any number
    /// of threads may use it at once; after <see cref="Dispose"/> its members throw
    /// <see cref="ObjectDisposedException"/>.
    /// </summary>
    public sealed class Pseudonymiser : IDisposable
    {
        /// <summary>Bytes of a pseudonym.</summary>
        public const int PseudonymSize = 32;

        /// <summary>Bytes of a linking key.</summary>
        public const int LinkingKeySize = 32;

        private const int NumberSize = 11;
        private readonly PseudonymiserHandle handle;

        private Pseudonymiser(PseudonymiserHandle handle)
        {
            this.handle = handle;
        }

        /// <summary>
        /// Makes a pseudonymiser with a random key that nobody can get out, for merging within one mapping of one
        /// municipality. Once it is disposed nothing leads a pseudonym back to a person.
        /// </summary>
        /// <exception cref="BrukerplanMemoryException">Memory ran out, or no more may be locked.</exception>
        public static Pseudonymiser CreateEphemeral(string mappingId, string municipality)
        {
            var mapping = Utf8.Required(mappingId, nameof(mappingId));
            var code = Utf8.Required(municipality, nameof(municipality));
            var error = NativeError.Create();
            PseudonymiserHandle made;
            Call.Check(Native.bplan_pseudonymiser_create_ephemeral(mapping, mapping.LongLength, code, code.LongLength,
                out made, ref error), ref error);
            return new Pseudonymiser(made);
        }

        /// <summary>
        /// Makes a pseudonymiser with a key of your own, to link mappings of several years: one person has one
        /// pseudonym wherever the key and the purpose are the same. You answer for the legal basis, and for wiping
        /// your copy of the key.
        /// </summary>
        /// <exception cref="BrukerplanUsageException">The key has another length.</exception>
        /// <exception cref="BrukerplanMemoryException">Memory ran out, or no more may be locked.</exception>
        public static Pseudonymiser CreateLinking(byte[] key, string purpose)
        {
            Call.RequireNotNull(key, nameof(key));
            var reason = Utf8.Required(purpose, nameof(purpose));
            var error = NativeError.Create();
            PseudonymiserHandle made;
            Call.Check(Native.bplan_pseudonymiser_create_linking(key, key.LongLength, reason, reason.LongLength,
                out made, ref error), ref error);
            return new Pseudonymiser(made);
        }

        /// <summary>The kind of key.</summary>
        public PseudonymBasis Basis
        {
            get { return (PseudonymBasis)Call.Int32(handle, Native.bplan_pseudonymiser_get_basis); }
        }

        /// <summary>
        /// The pseudonym of one national number, which may be written with blanks and hyphens. What the policy does
        /// not accept gets none, nor does a DUF number or a placeholder: <see cref="NationalNumber.Check"/> says why.
        /// </summary>
        /// <exception cref="BrukerplanNumberException">It gets none.</exception>
        public byte[] Make(string text, NumberPolicy policy = null)
        {
            var bytes = Utf8.Required(text, nameof(text));
            var pseudonym = new byte[PseudonymSize];
            var error = NativeError.Create();
            Call.Check(Native.bplan_pseudonymiser_make(handle, NumberPolicy.HandleOf(policy), bytes, bytes.LongLength,
                pseudonym, ref error), ref error);
            return pseudonym;
        }

        /// <summary>The pseudonyms of many national numbers of eleven digits.</summary>
        /// <param name="numbers">The bytes; number i begins at <c>i * stride</c>.</param>
        /// <param name="count">How many there are.</param>
        /// <param name="stride">Bytes from one to the next, at least 11.</param>
        /// <param name="policy">Which numbers are accepted; null for a policy as it is made.</param>
        /// <exception cref="ArgumentException">There are fewer bytes.</exception>
        /// <exception cref="BrukerplanUsageException">A stride below 11.</exception>
        public unsafe Pseudonyms MakeFixed(byte[] numbers, int count, int stride = NumberSize,
            NumberPolicy policy = null)
        {
            Call.RequireItems(numbers, count, stride, NumberSize, nameof(numbers));
            var bytes = new byte[(long)count * PseudonymSize];
            var reasons = new NumberReason[count];
            fixed (NumberReason* why = reasons)
            {
                var error = NativeError.Create();
                long made;
                Call.Check(Native.bplan_pseudonymiser_make_fixed(handle, NumberPolicy.HandleOf(policy), numbers,
                    stride, count, bytes, why, out made, ref error), ref error);
                return new Pseudonyms(bytes, reasons, made);
            }
        }

        /// <summary>Wipes the key, when the last call that uses it has ended. May be called again.</summary>
        public void Dispose()
        {
            handle.Dispose();
        }
    }

    /// <summary>Pseudonyms of many numbers.</summary>
    public sealed class Pseudonyms
    {
        internal Pseudonyms(byte[] bytes, NumberReason[] reasons, long made)
        {
            Bytes = bytes;
            Reasons = reasons;
            Made = made;
        }

        /// <summary>
        /// Pseudonym i is the <see cref="Pseudonymiser.PseudonymSize"/> bytes from <c>i * PseudonymSize</c>; zeros
        /// for a number that was refused.
        /// </summary>
        public byte[] Bytes { get; private set; }

        /// <summary>Why a number was refused; <see cref="NumberReason.None"/> for one that has a pseudonym.</summary>
        public NumberReason[] Reasons { get; private set; }

        /// <summary>How many have a pseudonym.</summary>
        public long Made { get; private set; }
    }
}

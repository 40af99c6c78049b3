using System;
using System.Runtime.ExceptionServices;
using System.Threading;
using Brukerplan.Interop;

namespace Brukerplan
{
    /// <summary>
    /// An instrument made ready for use. It takes milliseconds to make: make one and keep it. It never changes, and
    /// any number of threads may use it at once. <see cref="Dispose"/> frees it when the last call that uses it has
    /// ended; after that its members throw <see cref="ObjectDisposedException"/>. What was made with it lives on.
    /// </summary>
    public sealed class Context : IDisposable
    {
        private readonly ContextHandle handle;

        /// <summary>Makes a context from options, which are not needed afterwards; null for their defaults.</summary>
        /// <exception cref="BrukerplanInstrumentException">
        /// What the options ask for is not there, or a pack, mapping or profile of your own has a fault.
        /// </exception>
        /// <exception cref="BrukerplanUsageException">The period ends before it begins.</exception>
        /// <exception cref="ArgumentException">The options give a pack both by its id and as JSON.</exception>
        public Context(Options options = null)
        {
            using (var native = (options ?? new Options()).MakeHandle())
            {
                var error = NativeError.Create();
                Call.Check(Native.bplan_context_create(native, out handle, ref error), ref error);
            }
        }

        /// <summary>Id of the pack, as <c>brukerplan/2024</c>.</summary>
        public string PackId
        {
            get { return Call.Text(handle, Native.bplan_context_get_pack_id); }
        }

        /// <summary>Id of the scoring scheme, as <c>sum16/1</c>; empty when the pack has none.</summary>
        public string SchemeId
        {
            get { return Call.Text(handle, Native.bplan_context_get_scheme_id); }
        }

        /// <summary>Language of messages, as <c>nb</c>.</summary>
        public string Language
        {
            get { return Call.Text(handle, Native.bplan_context_get_language); }
        }

        /// <summary>Whether the test policy is on.</summary>
        public bool TestNumbers
        {
            get { return Call.Flag(handle, Native.bplan_context_get_test_numbers); }
        }

        /// <summary>
        /// The pack as JSON (<c>docs/pack-format.md</c>): fields, code lists, schemes and rules with their texts in the
        /// language of the context. What a program needs to make a form.
        /// </summary>
        public string Describe()
        {
            return Call.Document((out DocumentHandle document, ref NativeError error) =>
                Native.bplan_context_describe(handle, out document, ref error));
        }

        /// <summary>
        /// Validates and scores one record: what a form calls on each change. The record is one JSON object, whose
        /// keys are the column names of the pack, English or Norwegian (<c>docs/c-api.md</c>). Whatever it is, also
        /// text that is no JSON, the call succeeds and the findings say what is wrong.
        /// </summary>
        /// <exception cref="BrukerplanInstrumentException">The pack has no scheme.</exception>
        public CheckResult Check(string record)
        {
            return Check(Utf8.Required(record, nameof(record)));
        }

        /// <summary>The same for a record in UTF-8.</summary>
        public CheckResult Check(byte[] record)
        {
            return Run(record, Native.bplan_record_check);
        }

        /// <summary>Validates one record and does not score it; else as <see cref="Check(string)"/>.</summary>
        public CheckResult Validate(string record)
        {
            return Validate(Utf8.Required(record, nameof(record)));
        }

        /// <summary>The same for a record in UTF-8.</summary>
        public CheckResult Validate(byte[] record)
        {
            return Run(record, Native.bplan_record_validate);
        }

        /// <summary>Scores one record and does not validate it; else as <see cref="Check(string)"/>.</summary>
        public CheckResult Score(string record)
        {
            return Score(Utf8.Required(record, nameof(record)));
        }

        /// <summary>The same for a record in UTF-8.</summary>
        public CheckResult Score(byte[] record)
        {
            return Run(record, Native.bplan_record_score);
        }

        /// <summary>
        /// Validates the rows of one batch of columns: the address of an <c>ArrowSchema</c>, that of a struct, and of
        /// an <c>ArrowArray</c> of it, as <c>CArrowSchemaExporter</c> and <c>CArrowArrayExporter</c> of Apache.Arrow
        /// make them. Both are borrowed for the call, and not released.
        /// </summary>
        /// <param name="schema">Address of the schema.</param>
        /// <param name="batch">Address of the array.</param>
        /// <param name="mostDetails">At most so many findings are kept whole; the others are only counted.</param>
        /// <exception cref="BrukerplanTableException">
        /// The columns cannot be used; where one is at fault, <see cref="BrukerplanException.Column"/> is its position.
        /// </exception>
        public Validation ValidateTable(IntPtr schema, IntPtr batch, long mostDetails = 10000)
        {
            var error = NativeError.Create();
            ValidationHandle validation;
            Call.Check(Native.bplan_table_validate(handle, schema, batch, mostDetails, out validation, ref error),
                ref error);
            return new Validation(validation);
        }

        /// <summary>
        /// Validates the rows of a stream of batches, at the address of an <c>ArrowArrayStream</c>. The library takes
        /// the stream: it has been released when the call returns, whatever comes of it, unless this context was
        /// disposed.
        /// </summary>
        /// <param name="stream">Address of the stream.</param>
        /// <param name="mostDetails">At most so many findings are kept whole; the others are only counted.</param>
        /// <param name="keepRows">
        /// Whether the worst severity of each row is kept, one byte a row; without it memory does not grow.
        /// </param>
        /// <param name="progress">
        /// Is told the number of rows so far, from time to time and on this thread. What it throws ends the call and
        /// comes out of it.
        /// </param>
        /// <param name="cancellation">Is looked at whenever there is progress.</param>
        /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
        /// <exception cref="BrukerplanTableException">
        /// The columns cannot be used, or the stream gave an error.
        /// </exception>
        public Validation ValidateStream(IntPtr stream, long mostDetails = 10000, bool keepRows = true,
            IProgress<long> progress = null, CancellationToken cancellation = default(CancellationToken))
        {
            ExceptionDispatchInfo thrown = null;
            Progress told = (rows, payload) =>
            {
                try
                {
                    progress?.Report(rows);
                    return cancellation.IsCancellationRequested ? 1 : 0;
                }
                catch (Exception exception)
                {
                    thrown = ExceptionDispatchInfo.Capture(exception);
                    return 1;
                }
            };
            var error = NativeError.Create();
            ValidationHandle validation;
            var code = Native.bplan_table_validate_stream(handle, stream, mostDetails, keepRows ? 1 : 0, told,
                IntPtr.Zero, out validation, ref error);
            GC.KeepAlive(told);
            thrown?.Throw();
            if (code == (int)ErrorCode.Cancelled)
            {
                throw new OperationCanceledException(cancellation);
            }
            Call.Check(code, ref error);
            return new Validation(validation);
        }

        /// <summary>
        /// Scores the rows of one batch and does not validate them. The scores are columns of the same number of rows,
        /// <c>row_ref points class answered scheme reason</c>, written over what is at the last two addresses; the
        /// caller releases both structs. <c>CArrowArrayImporter</c> of Apache.Arrow does.
        /// </summary>
        /// <param name="schema">Address of the schema of the batch, as for <see cref="ValidateTable"/>.</param>
        /// <param name="batch">Address of the batch.</param>
        /// <param name="scoresSchema">Address where the schema of the scores goes.</param>
        /// <param name="scores">Address where the scores go.</param>
        /// <exception cref="BrukerplanInstrumentException">The pack has no scheme.</exception>
        /// <exception cref="BrukerplanTableException">The columns cannot be used.</exception>
        public void ScoreTable(IntPtr schema, IntPtr batch, IntPtr scoresSchema, IntPtr scores)
        {
            var error = NativeError.Create();
            Call.Check(Native.bplan_table_score(handle, schema, batch, scoresSchema, scores, ref error), ref error);
        }

        /// <summary>
        /// A validation from the text of <see cref="Validation.Save"/>, with findings in the language of this context,
        /// which must have the same pack, mapping and profile.
        /// </summary>
        /// <exception cref="BrukerplanTableException">It is no such text, or does not fit.</exception>
        public Validation RestoreValidation(string json)
        {
            var text = Utf8.Required(json, nameof(json));
            var error = NativeError.Create();
            ValidationHandle validation;
            Call.Check(Native.bplan_validation_restore(handle, text, text.LongLength, out validation, ref error),
                ref error);
            return new Validation(validation);
        }

        internal ContextHandle Handle
        {
            get { return handle; }
        }

        /// <summary>Frees the context, when the last call that uses it has ended. May be called again.</summary>
        public void Dispose()
        {
            handle.Dispose();
        }

        private delegate int Checks(ContextHandle context, byte[] record, long length, out DocumentHandle document,
            ref NativeError error);

        private CheckResult Run(byte[] record, Checks function)
        {
            Call.RequireNotNull(record, nameof(record));
            using (var document = Call.DocumentHandleOf((out DocumentHandle made, ref NativeError error) =>
                function(handle, record, record.LongLength, out made, ref error)))
            {
                return new CheckResult(document);
            }
        }
    }
}

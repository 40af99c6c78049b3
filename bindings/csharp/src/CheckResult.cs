using System.Collections.Generic;
using Brukerplan.Interop;

namespace Brukerplan
{
    /// <summary>
    /// What was found of one record. A value of its own: nothing to dispose, independent of the context, and any
    /// number of threads may read it at once.
    /// </summary>
    public sealed class CheckResult
    {
        private readonly bool valid;
        private readonly Severity worst;
        private readonly IReadOnlyList<Finding> findings;
        private readonly Score score;

        internal CheckResult(DocumentHandle document)
        {
            Json = Call.Text(document, Native.bplan_document_get_text);
            UnknownKeys = Call.Int64(document, Native.bplan_document_count_unknown_keys);
            int whether, number;
            IsValidated = Has(Native.bplan_document_get_valid, document, out whether);
            if (IsValidated)
            {
                valid = whether != 0;
                worst = (Severity)Call.Int32(document, Native.bplan_document_get_worst_severity);
                findings = ReadFindings(document);
            }
            IsScored = Has(Native.bplan_document_get_class, document, out number);
            if (IsScored)
            {
                score = new Score((IndexClass)number,
                    Call.Int32(document, Native.bplan_document_get_points),
                    Call.Int32(document, Native.bplan_document_get_answered),
                    (NoClassReason)Call.Int32(document, Native.bplan_document_get_no_class_reason));
            }
        }

        /// <summary>Whether the record was validated: not by <see cref="Context.Score(string)"/>.</summary>
        public bool IsValidated { get; private set; }

        /// <summary>Whether the record was scored: not by <see cref="Context.Validate(string)"/>.</summary>
        public bool IsScored { get; private set; }

        /// <summary>Whether no finding is an error or worse, so that the record can be used.</summary>
        /// <exception cref="BrukerplanUsageException">It was not validated.</exception>
        public bool Valid
        {
            get
            {
                Require(IsValidated, "No record was validated.");
                return valid;
            }
        }

        /// <summary>The worst severity of the findings.</summary>
        /// <exception cref="BrukerplanUsageException">It was not validated.</exception>
        public Severity WorstSeverity
        {
            get
            {
                Require(IsValidated, "No record was validated.");
                return worst;
            }
        }

        /// <summary>The findings.</summary>
        /// <exception cref="BrukerplanUsageException">It was not validated.</exception>
        public IReadOnlyList<Finding> Findings
        {
            get
            {
                Require(IsValidated, "No record was validated.");
                return findings;
            }
        }

        /// <summary>The score.</summary>
        /// <exception cref="BrukerplanUsageException">It was not scored.</exception>
        public Score Score
        {
            get
            {
                Require(IsScored, "No record was scored.");
                return score;
            }
        }

        /// <summary>
        /// Number of keys of the record that the pack does not know and that were not read: more than 0 in a finished
        /// integration is a misspelt key.
        /// </summary>
        public long UnknownKeys { get; private set; }

        /// <summary>The whole result as JSON text on one line (<c>docs/c-api.md</c>).</summary>
        public string Json { get; private set; }

        /// <summary>False where the document does not hold what is asked for.</summary>
        private static bool Has(Call.Int32Of<DocumentHandle> function, DocumentHandle document, out int value)
        {
            var error = NativeError.Create();
            var code = function(document, out value, ref error);
            if (code == (int)ErrorCode.NotThere)
            {
                return false;
            }
            Call.Check(code, ref error);
            return true;
        }

        private static Finding[] ReadFindings(DocumentHandle document)
        {
            var found = new Finding[Call.Int64(document, Native.bplan_document_count_findings)];
            for (var index = 0; index < found.Length; ++index)
            {
                var error = NativeError.Create();
                int severity;
                Call.Check(Native.bplan_document_get_finding_severity(document, index, out severity, ref error),
                    ref error);
                found[index] = new Finding((Severity)severity,
                    Part(document, index, FindingPart.Code), Part(document, index, FindingPart.Field),
                    Part(document, index, FindingPart.Message), Part(document, index, FindingPart.Action));
            }
            return found;
        }

        private static string Part(DocumentHandle document, long index, FindingPart part)
        {
            return Call.TextAtIndex(document, index,
                (DocumentHandle from, long at, out System.IntPtr text, out long length, ref NativeError error) =>
                    Native.bplan_document_get_finding_text(from, at, (int)part, out text, out length, ref error));
        }

        private static void Require(bool there, string otherwise)
        {
            if (!there)
            {
                throw BrukerplanException.Of((int)ErrorCode.NotThere, otherwise, -1, -1);
            }
        }
    }
}

namespace Brukerplan
{
    /// <summary>
    /// Something that a record has wrong, or that is worth knowing of it. Never holds what stood in it.
    /// </summary>
    public sealed class Finding
    {
        internal Finding(Severity severity, string code, string field, string message, string action)
        {
            Severity = severity;
            Code = code;
            Field = field;
            Message = message;
            Action = action;
        }

        /// <summary>How bad it is.</summary>
        public Severity Severity { get; private set; }

        /// <summary>The rule, as <c>BP-DOM-003</c>: never changes its meaning.</summary>
        public string Code { get; private set; }

        /// <summary>English name of the field, whichever name the key had; empty: the whole record.</summary>
        public string Field { get; private set; }

        /// <summary>What is wrong, one line, in the language of the context.</summary>
        public string Message { get; private set; }

        /// <summary>What to do about it, likewise; empty where there is nothing to say.</summary>
        public string Action { get; private set; }

        /// <summary>Code, field and message.</summary>
        public override string ToString()
        {
            return Code + " " + Field + ": " + Message;
        }
    }
}

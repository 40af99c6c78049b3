using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization.Json;
using Brukerplan;

namespace BrukerplanForm
{
    /// <summary>
    /// A form about one recipient, without its windows: what stands in the fields, checked on each change. Fields that
    /// nobody has come to yet are not in the record, so nothing is said about them.
    /// </summary>
    internal sealed class RegistrationForm
    {
        private readonly Context context;
        private readonly SortedDictionary<string, string> fields = new SortedDictionary<string, string>();

        internal RegistrationForm(Context context)
        {
            this.context = context;
        }

        /// <summary>What was found at the last change.</summary>
        internal CheckResult Result { get; private set; }

        /// <summary>A field has changed: checks the whole record again, which takes tens of microseconds.</summary>
        internal void Set(string field, string value)
        {
            fields[field] = value;
            Result = context.Check(ToJson());
        }

        internal IEnumerable<Finding> FindingsOf(string field)
        {
            return Result.Findings.Where(finding => finding.Field == field);
        }

        /// <summary>What colours the field.</summary>
        internal Severity SeverityOf(string field)
        {
            return FindingsOf(field).Select(finding => finding.Severity).DefaultIfEmpty(Severity.None).Max();
        }

        /// <summary>The record as one JSON object in UTF-8, as the library takes it.</summary>
        private byte[] ToJson()
        {
            using (var bytes = new MemoryStream())
            {
                using (var writer = JsonReaderWriterFactory.CreateJsonWriter(bytes))
                {
                    writer.WriteStartElement("root");
                    writer.WriteAttributeString("type", "object");
                    foreach (var field in fields)
                    {
                        writer.WriteElementString(field.Key, field.Value);
                    }
                    writer.WriteEndElement();
                }
                return bytes.ToArray();
            }
        }
    }
}

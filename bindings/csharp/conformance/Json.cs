using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Brukerplan.Conformance
{
    /// <summary>
    /// JSON by what .NET Framework, .NET and Mono all have: each value is an element with the attribute <c>type</c>.
    /// A key that is no name of XML stands in the attribute <c>item</c>.
    /// </summary>
    internal static class Json
    {
        internal static XElement Parse(string text)
        {
            using (var reader = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(text),
                XmlDictionaryReaderQuotas.Max))
            {
                return XElement.Load(reader);
            }
        }

        /// <summary>The value as JSON text, with the keys in their order and the numbers in their digits.</summary>
        internal static string Text(XElement value)
        {
            var copy = new XElement("root", value.Attribute("type"), value.Nodes());
            foreach (var nothing in copy.DescendantsAndSelf().Where(element => IsType(element, "null")))
            {
                nothing.RemoveNodes();
            }
            using (var bytes = new MemoryStream())
            {
                using (var writer = JsonReaderWriterFactory.CreateJsonWriter(bytes, new UTF8Encoding(false), false))
                {
                    copy.WriteTo(writer);
                }
                return Encoding.UTF8.GetString(bytes.ToArray());
            }
        }

        internal static string KeyOf(XElement member)
        {
            return (string)member.Attribute("item") ?? member.Name.LocalName;
        }

        /// <summary>The value of a key, or null.</summary>
        internal static XElement Get(XElement parent, string key)
        {
            return parent.Elements().FirstOrDefault(member => KeyOf(member) == key);
        }

        internal static string String(XElement parent, string key)
        {
            return Get(parent, key)?.Value;
        }

        internal static bool Bool(XElement value)
        {
            return XmlConvert.ToBoolean(value.Value);
        }

        /// <summary>A day as <c>2024-05-06</c>, or null. One that does not exist is refused by DateTime.</summary>
        internal static DateTime? Day(XElement parent, string key)
        {
            var parts = String(parent, key)?.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture))
                .ToArray();
            return parts == null ? (DateTime?)null : new DateTime(parts[0], parts[1], parts[2]);
        }

        /// <summary>
        /// A value in one spelling, to be compared and shown: of a case, or made of texts, numbers, yes and no, lists
        /// and dictionaries.
        /// </summary>
        internal static string Show(object value)
        {
            var element = value as XElement;
            if (element != null)
            {
                return Show(ValueOf(element));
            }
            var members = value as IDictionary<string, object>;
            if (members != null)
            {
                return "{" + string.Join(", ", members.OrderBy(member => member.Key, StringComparer.Ordinal)
                    .Select(member => member.Key + ": " + Show(member.Value))) + "}";
            }
            if (value is string)
            {
                return "\"" + value + "\"";
            }
            if (value is bool)
            {
                return (bool)value ? "true" : "false";
            }
            var list = value as System.Collections.IEnumerable;
            return list != null
                ? "[" + string.Join(", ", list.Cast<object>().Select(Show)) + "]"
                : Convert.ToString(value, CultureInfo.InvariantCulture);
        }

        private static bool IsType(XElement element, string type)
        {
            return (string)element.Attribute("type") == type;
        }

        private static object ValueOf(XElement element)
        {
            switch ((string)element.Attribute("type"))
            {
                case "object":
                    return element.Elements().ToDictionary(KeyOf, ValueOf);
                case "array":
                    return element.Elements().Select(ValueOf).ToList();
                case "boolean":
                    return Bool(element);
                case "number":
                    return decimal.Parse(element.Value, NumberStyles.Float, CultureInfo.InvariantCulture);
                case "null":
                    return null;
                default:
                    return element.Value;
            }
        }
    }
}

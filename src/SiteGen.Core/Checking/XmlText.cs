using System.Xml;
using System.Xml.Linq;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking;

/// <summary>XML with the positions of its elements.</summary>
static class XmlText
{
    /// <summary>The root element; null with the parser's error and its offset when not well formed.</summary>
    public static XElement? Parse(string text, out string problem, out int offset)
    {
        (problem, offset) = ("", -1);
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF')), settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root;
        }
        catch (XmlException e)
        {
            problem = e.Message.Split(" Line ")[0];
            offset = Offset(text, e.LineNumber, e.LinePosition);
            return null;
        }
    }

    public static int Offset(string text, XElement element)
    {
        var line = (IXmlLineInfo)element;
        return line.HasLineInfo() ? Offset(text, line.LineNumber, Math.Max(1, line.LinePosition - 1)) : -1;
    }

    static int Offset(string text, int line, int column)
    {
        if (line < 1)
            return 0;
        var start = new SourceText("", text).OffsetOf(line);
        return start < 0 ? text.Length : Math.Clamp(start + column - 1, 0, text.Length);
    }

    /// <summary>A child's text, trimmed; null when there is no such child.</summary>
    public static string? Child(this XElement element, string name) => element.Element(element.Name.Namespace + name)?.Value.Trim();
}
